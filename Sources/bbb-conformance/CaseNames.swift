import ConformanceKit
import ExporterConformance
import Wording

/// Names of cases as a person types them.
struct CaseNames {
  let slugs: [Slug]
  /// The command that names all of them.
  private var listing = "bbb-conformance list"

  init(_ library: CaseLibrary) {
    self.init(library.cases.map(\.slug))
  }

  init(_ slugs: [Slug]) {
    self.slugs = slugs
  }

  /// Names of checks of an API server.
  init(ofAPI slugs: [Slug]) {
    self.slugs = slugs
    listing = "bbb-conformance list --api"
  }

  /// One line about a pattern or name that means no case.
  func complaint(about text: String) -> String {
    let hint = nearest(to: text).map { "did you mean `\($0)`?" } ?? "`\(listing)` names them all"
    return "error: no case is called `\(text)`; \(hint)"
  }

  /// The slug, or the group, that is a few slips of the pen away; or else the first whose name has the text in it.
  private func nearest(to text: String) -> String? {
    let groups = slugs.map(\.group).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    return NearestName.of(text, among: slugs.map(\.description) + groups)
      ?? slugs.first { !text.isEmpty && $0.name.contains(text) }?.description
  }
}
