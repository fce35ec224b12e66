/// An element with everything in it, in document order: what a check of order and presence needs.
struct Element: Sendable, Equatable {
  let name: String
  /// The element's own text, that of its children left out.
  var text = ""
  var children: [Element] = []

  /// The first child of that name.
  subscript(name: String) -> Element? { children.first { $0.name == name } }

  /// The names of the children in their order.
  var childNames: [String] { children.map(\.name) }

  /// The text of the first child of that name.
  func text(of name: String) -> String? { self[name]?.text }
}
