public import XMLStreaming

/// Why an answer cannot be read at all; never quotes it, save for the name of a foreign root.
public enum ReadingError: Error, Sendable, Equatable {
  /// Nothing but white space.
  case empty
  /// A document of another kind, such as an HTML page; its root element, if the name is short and plain.
  case notBBB(root: String?)
  /// BBB's answer as far as it goes, but it ends too early.
  case truncated(at: XMLPosition)
  /// The answer does not say `SUCCESS` or `FAILED`.
  case noReturncode
  /// A `getMeetings` that says `SUCCESS` and has no `<meetings>`.
  case noListing
  /// Not XML, or XML of a kind that is refused.
  case unreadable(XMLStreamError)
}

extension ReadingError: CustomStringConvertible {
  /// One line for a person.
  public var description: String {
    switch self {
    case .empty: "the answer is empty"
    case .notBBB(let root?): "not an answer of BigBlueButton: its root element is <\(root)>, not <response>"
    case .notBBB(nil): "not an answer of BigBlueButton: its root element is not <response>"
    case .truncated(let position):
      "the answer ends too early, at line \(position.line), column \(position.column)"
    case .noReturncode: "the answer says neither SUCCESS nor FAILED"
    case .noListing: "the answer says SUCCESS and lists no meetings; does another call answer?"
    case .unreadable(let error): "the answer cannot be read: \(error)"
    }
  }
}
