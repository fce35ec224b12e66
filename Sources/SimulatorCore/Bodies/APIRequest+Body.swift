import BBBAPI
import XMLStreaming

/// What the body of a request is, by its media type.
extension APIRequest {
  /// Whether the body is an urlencoded form, whose fields are parameters too.
  var isForm: Bool { isForm(of: "application/x-www-form-urlencoded") }

  /// The fields of a form in the body as a query: those of an urlencoded form as they came, those of a multipart one
  /// encoded anew; nil where there is no form.
  var form: RawQuery? {
    if isForm { return RawQuery(String(decoding: body, as: UTF8.self)) }
    guard let multipart else { return nil }
    return RawQuery(SignedQuery.encoded(multipart.fields.map { Metadatum($0.name, $0.value) }))
  }

  /// The parts of a multipart form; nil where there is none, or none that keeps to the rules.
  var multipart: MultipartForm? {
    isForm(of: "multipart/form-data") ? MultipartForm(contentType: contentType, body: body) : nil
  }

  /// The parts that a checksum can cover.
  func signed(as call: APICall) -> SignedRequest { SignedRequest(call: call, query: query, form: form) }

  /// Every parameter, those of the query first.
  var parameters: QueryParameters {
    form.map { query.parameters.appending($0.parameters) } ?? query.parameters
  }

  /// The modules in the body; empty for a form or no body, nil for what is no XML, which bbb-web runs into.
  var modules: ModulesDocument? {
    guard !body.isEmpty, !isForm, !isForm(of: "multipart/form-data") else { return ModulesDocument() }
    do throws(XMLStreamError) { return try ModulesDocument(reading: body) } catch { return nil }
  }

  private func isForm(of mediaType: String) -> Bool {
    method == "POST" && contentType.map { HeaderValue($0).essence } == mediaType
  }
}
