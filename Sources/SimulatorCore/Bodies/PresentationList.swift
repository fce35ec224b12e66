import BBBAPI

/// The presentations that a call brings along, in the order in which bbb-web takes them up.
///
/// - Source: ApiController `uploadDocuments`.
struct PresentationList {
  private(set) var documents: [PresentationDocument] = []

  /// What `create` is given: a link in its parameters, and a module in its body.
  init(creating parameters: QueryParameters, _ body: ModulesDocument) {
    let linked = parameters.text("preUploadedPresentation").map { url in
      PresentationDocument(
        name: parameters.text("preUploadedPresentationName") ?? Self.fileName(of: url), url: url, bytes: 0,
        isCurrent: false, isDownloadable: false, isRemovable: true)
    }
    let keepsDefault = !parameters.flag("preUploadedPresentationOverrideDefault", default: true)
    let (found, hasCurrent) = Self.ordered(body["presentation"], after: linked)
    documents = found
    // The default presentation comes first when it is kept and nothing else wants to be shown.
    if !documents.isEmpty, hasCurrent || !keepsDefault { documents[0].isCurrent = true }
  }

  /// What `insertDocument` is given; nil when its body has no presentations at all.
  init?(inserting body: ModulesDocument) {
    guard let module = body["presentation"] else { return nil }
    let (found, hasCurrent) = Self.ordered(module, after: nil)
    documents = found
    if !documents.isEmpty, hasCurrent { documents[0].isCurrent = true }
  }

  /// The first that is to be shown leads, unless there is a link, which always is.
  private static func ordered(
    _ module: ModulesDocument.Module?, after linked: PresentationDocument?
  ) -> (documents: [PresentationDocument], hasCurrent: Bool) {
    var documents = linked.map { [$0] } ?? []
    var hasCurrent = linked != nil
    for document in module?.documents ?? [] {
      guard let read = PresentationDocument(document) else { continue }
      let leads = document.attribute("current")?.lowercased() == "true" && !hasCurrent
      hasCurrent = hasCurrent || leads
      documents.insert(read, at: leads ? 0 : documents.endIndex)
    }
    return (documents, hasCurrent)
  }

  /// What follows the last slash of a link, decoded.
  fileprivate static func fileName(of url: String) -> String {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    return last.isEmpty ? "untitled" : QueryParameters.decodedOnceMore(last)
  }
}

extension PresentationDocument {
  /// Nil for one without a usable name, which bbb-web passes over.
  fileprivate init?(_ document: ModulesDocument.Document) {
    let url = document.attribute("url")
    let given = url.map { document.attribute("filename") ?? PresentationList.fileName(of: $0) }
    guard let path = given ?? document.attribute("name") else { return nil }
    let name = String(path.split { $0 == "/" || $0 == "\\" }.last ?? "")
    guard name.contains(".") else { return nil }
    self.init(
      name: name, url: url, bytes: url == nil ? document.digits * 6 / 8 : 0, isCurrent: false,
      isDownloadable: document.attribute("downloadable")?.lowercased() == "true",
      isRemovable: (document.attribute("removable") ?? "true").lowercased() == "true")
  }
}
