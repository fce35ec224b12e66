import ConformanceKit

/// The contract line by line, with the cases that rest on each.
public struct ContractCoverage: Sendable {
  private let cases: [ConformanceCase]

  /// Looks at the cases of a suite.
  public init(_ library: CaseLibrary) {
    cases = library.cases
  }

  /// The cases that rest on a line, the required ones first.
  func cases(on line: ContractLine) -> [ConformanceCase] {
    cases.filter { $0.contract.contains { $0.place == line.place } }
      .sorted { ($0.level, $0.slug) < ($1.level, $1.slug) }
  }

  /// Each line with its cases below it, and at the end how many lines have none.
  public var text: String {
    let blocks = Contract.lines.map { line in
      let rows = cases(on: line).map { "  \($0.level.rawValue.padded(to: 11))  \($0.slug)\n" }
      return "\(line.place): \(line.text)\n" + (rows.isEmpty ? "  no case\n" : rows.joined())
    }
    let bare = Contract.lines.count { cases(on: $0).isEmpty }
    let all = Contract.lines.count
    return blocks.joined() + "\(all - bare) of \(all) lines have a case\n"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
