/// Checks a page against the rules of its format and collects all that it breaks.
public enum ExpositionLint {
  /// The findings by line; empty for a page that is in order.
  ///
  /// A line that cannot be read is one finding, and the check goes on with the next.
  public static func findings(in bytes: [UInt8], as format: ExpositionFormat) -> [LintFinding] {
    var page = PageReader(format: format)
    var findings: [LintFinding] = []
    for line in PageLines(bytes) {
      if let finding = byteFinding(in: line) { findings.append(finding) }
      page.read(line)
    }
    page.finish()
    let families = page.assembler.families
    let gauges = Dictionary(
      families.filter { $0.knownType == .gauge }.map { ($0.headerName, $0) },
      uniquingKeysWith: { first, _ in first })
    let unreadable = Set(findings.filter { $0.kind == .invalidUTF8 }.map(\.line))
    findings += page.findings.filter { $0.kind != .invalidUTF8 || !unreadable.contains($0.line) }
    findings += families.flatMap { SampleRules(family: $0, format: format).findings }
    findings += families.flatMap { HistogramRules(family: $0, format: format).findings(besides: gauges) }
    return findings.inOrder
  }

  private static func byteFinding(in line: PageLine) -> LintFinding? {
    if String(validating: line.bytes, as: UTF8.self) == nil {
      return LintFinding(kind: .invalidUTF8, line: line.number, message: "a line that is not valid UTF-8")
    }
    guard line.bytes.contains(0) else { return nil }
    return LintFinding(kind: .zeroByte, line: line.number, message: "a zero byte, which Prometheus refuses")
  }
}

extension [LintFinding] {
  /// By line; findings of one line stay in the order in which they were made.
  fileprivate var inOrder: [LintFinding] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }
}
