/// A piece of what went over the wire in a case, so that its reader can see for himself.
public struct Exhibit: Sendable, Equatable {
  /// What it is, such as `step 3, at 31m: GET /metrics`.
  public var title: String
  /// The text. Nothing of it is trusted: reports redact it and show control characters as text.
  public var text: String
  /// How many bytes of it were left out behind the text; 0 when it is whole.
  public var omittedBytes: Int

  /// Keeps a piece.
  public init(_ title: String, _ text: String, omittedBytes: Int = 0) {
    self.title = title
    self.text = text
    self.omittedBytes = omittedBytes
  }
}
