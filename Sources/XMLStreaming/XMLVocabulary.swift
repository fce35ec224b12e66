/// The element names that a handler knows; each has its position in the list as its token.
public struct XMLVocabulary: Sendable {
  /// The names, without prefixes; the first of two equal ones counts.
  public let names: [String]

  /// Makes a vocabulary of local names.
  public init(_ names: [String]) {
    self.names = names
  }
}
