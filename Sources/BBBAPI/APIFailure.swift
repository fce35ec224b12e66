/// A `FAILED` answer: what the server is for, hence a value and not an error that is thrown.
public struct APIFailure: Sendable, Equatable, Codable {
  /// The stable word that clients act on, such as `notFound`.
  public var messageKey: String
  /// The sentence for a person, exactly as BBB's source words it.
  ///
  /// Some sentences hold two spaces in a row, which the XML answers show as one (facts §0).
  public var message: String

  /// Makes an answer that is not in the catalogue, for faults.
  public init(messageKey: String, message: String) {
    self.messageKey = messageKey
    self.message = message
  }

  init(_ messageKey: String, _ message: String) {
    self.init(messageKey: messageKey, message: message)
  }
}
