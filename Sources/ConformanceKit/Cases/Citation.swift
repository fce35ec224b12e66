/// A line of a contract, so that a reader can look up what a case holds the subject to.
public struct Citation: Sendable, Hashable {
  /// The document, such as `exporter-contract`.
  public var document: String
  /// The place in it, such as `§2 bbb_meetings`.
  public var place: String
  /// What stands there, in its own words or close to them.
  public var text: String

  /// Makes a citation.
  public init(_ document: String, _ place: String, _ text: String) {
    self.document = document
    self.place = place
    self.text = text
  }

  /// The citation in one line: `exporter-contract §2 bbb_meetings: number of meetings`.
  public var line: String { "\(document) \(place): \(text)" }
}
