public import ConformanceKit

/// The contract that exporters are held to, line by line, so that a case can cite it and a reader look it up.
///
/// - Source: facts/exporter-contract.md; the documented user guide of BigBlueButton Exporter 0.7.1.
public enum Contract {
  /// What citations call the document.
  public static let document = "exporter-contract"

  /// Every line, in the order of the document.
  public static let lines: [ContractLine] =
    settingLines + formatLines + families.map(\.line) + requestLines + rightLines

  /// The line at a place such as `§2 bbb_meetings`; nil when there is none.
  public static func citation(_ place: String) -> Citation? {
    lines.first { $0.place == place }.map { Citation(document, $0.place, $0.text) }
  }
}

/// One line of the contract.
public struct ContractLine: Sendable, Equatable {
  /// The section and the first cell of the row, such as `§2 bbb_meetings`.
  public let place: String
  /// What it promises.
  public let text: String

  init(_ place: String, _ text: String) {
    self.place = place
    self.text = text
  }
}
