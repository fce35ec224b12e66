/// A `Content-Type`: a media type and its parameters, in any case, order and spacing.
struct MediaType: Sendable, Equatable {
  private let name: String
  private let parameters: Set<String>

  init(_ text: String) {
    let parts = text.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" } }
    name = parts.first ?? ""
    parameters = Set(parts.dropFirst())
  }

  /// Whether this is what was wanted, perhaps with further parameters.
  func meets(_ wanted: MediaType) -> Bool {
    name == wanted.name && wanted.parameters.isSubset(of: parameters)
  }
}
