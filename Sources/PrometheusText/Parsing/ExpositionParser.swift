/// Parses a page strictly, for a judge that trusts nothing.
///
/// Text 0.0.4: all that Prometheus accepts, so comments, blank lines, any spacing, repeated or late HELP and TYPE
/// lines (the first one counts) and interleaved families; ``ExpositionLint`` reports the latter. Three things are
/// refused although the server of Prometheus takes them: a last line without line feed (the format demands it,
/// `promtool` refuses it, and it betrays a cut page), a line feed inside of a label value, and invalid UTF-8 in a
/// HELP text.
/// OpenMetrics 1.0: the grammar and the structure, as the specification has them.
///
/// Samples go to the family whose TYPE line announced them; one that was not announced makes an `unknown` family
/// of its own. A counter's family has no `_total` in either format; one that text declares without it keeps
/// samples without suffix.
public enum ExpositionParser {
  /// The families in order of appearance.
  ///
  /// - Throws: The first fault, with its line.
  public static func parse(
    _ bytes: [UInt8], as format: ExpositionFormat
  ) throws(ExpositionError) -> [MetricFamily] {
    var page = PageReader(format: format)
    for line in PageLines(bytes) {
      page.read(line)
      if let error = page.refusal { throw error }
    }
    page.finish()
    if let error = page.refusal { throw error }
    return page.assembler.families.map(\.family)
  }
}

/// Reads lines one after another and collects what is wrong with them; both parser and lint are made of it.
struct PageReader {
  let format: ExpositionFormat
  private(set) var assembler: FamilyAssembler
  /// The first fault for which the strict parser refuses the page.
  private(set) var refusal: ExpositionError?
  private(set) var findings: [LintFinding] = []
  private var lastLine: PageLine?
  private var hasEnded = false

  init(format: ExpositionFormat) {
    self.format = format
    assembler = FamilyAssembler(format: format)
  }

  mutating func read(_ line: PageLine) {
    defer { lastLine = line }
    guard !hasEnded else {
      return note(LineFault(kind: .contentAfterEOF, reason: "a line after # EOF"), line)
    }
    do throws(LineFault) {
      let content =
        switch format {
        case .text: try TextLineScanner.content(of: line.bytes)
        case .openMetrics: try OpenMetricsLineScanner.content(of: line.bytes)
        }
      take(content, line)
    } catch {
      note(error, line)
    }
  }

  private mutating func take(_ content: LineContent, _ line: PageLine) {
    switch content {
    case .blank, .comment: break
    case .endOfFile: hasEnded = true
    case .help(let name, let text, let hasUnknownEscape):
      assembler.describe(name, help: text, line.number)
      if hasUnknownEscape { noteUnknownEscape(line) }
    case .type(let name, let type): assembler.declare(name, type, line.number)
    case .unit(let name, let unit): assembler.measure(name, in: unit, line.number)
    case .sample(let name, let sample, let hasUnknownEscape):
      assembler.add(sample, named: name, line.number)
      if hasUnknownEscape { noteUnknownEscape(line) }
    }
    noteAssembly(line)
  }

  private mutating func noteUnknownEscape(_ line: PageLine) {
    note(LineFault(kind: .unknownEscape, reason: "a backslash before a character that needs none"), line)
  }

  /// Checks what only the end of the page shows.
  mutating func finish() {
    let end = lastLine ?? PageLine(number: 1, bytes: [], isTerminated: true)
    switch format {
    case .text where !end.isTerminated:
      note(LineFault(kind: .missingFinalLineFeed, reason: "the last line has no line feed"), end)
    case .openMetrics where !hasEnded:
      note(LineFault(kind: .missingEOF, reason: "the page does not end with # EOF"), end)
    default: break
    }
    assembler.finish()
    noteAssembly(end)
  }

  private mutating func noteAssembly(_ line: PageLine) {
    for finding in assembler.takeFindings() {
      findings.append(finding)
      guard refusal == nil, finding.kind.isRefused(in: format) else { continue }
      let excerpt = finding.line == line.number ? ExpositionError.excerpt(of: line.bytes, around: nil) : ""
      refusal = ExpositionError(
        line: finding.line, column: nil, kind: finding.kind, reason: finding.message, excerpt: excerpt)
    }
  }

  private mutating func note(_ fault: LineFault, _ line: PageLine) {
    let error = ExpositionError(fault, line: line)
    findings.append(LintFinding(kind: fault.kind, line: line.number, message: error.message))
    if refusal == nil, fault.kind.isRefused(in: format) { refusal = error }
  }
}

extension ExpositionError {
  /// The description without the line.
  fileprivate var message: String {
    let place = column.map { "column \($0): \(reason)" } ?? reason
    return excerpt.isEmpty ? place : "\(place): \(excerpt)"
  }
}
