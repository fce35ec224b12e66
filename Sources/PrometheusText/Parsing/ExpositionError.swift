/// Why a page could not be parsed: the first thing that is wrong with it.
public struct ExpositionError: Error, Sendable, Equatable {
  /// The line, counted from 1.
  public var line: Int
  /// The byte within the line, counted from 1, where one is to blame.
  public var column: Int?
  /// The broken rule.
  public var kind: LintKind
  /// What was expected or is wrong.
  public var reason: String
  /// The line, or at most 80 bytes of it around the column, control characters replaced.
  public var excerpt: String
}

extension ExpositionError: CustomStringConvertible {
  /// `line 3, column 12: expected a comma or a closing brace: a{b="c" d}`
  public var description: String {
    let place = column.map { "line \(line), column \($0)" } ?? "line \(line)"
    return excerpt.isEmpty ? "\(place): \(reason)" : "\(place): \(reason): \(excerpt)"
  }
}

extension ExpositionError {
  private static let excerptLimit = 80

  init(_ fault: LineFault, line: PageLine) {
    self.init(
      line: line.number, column: fault.position.map { $0 - line.bytes.startIndex + 1 }, kind: fault.kind,
      reason: fault.reason, excerpt: Self.excerpt(of: line.bytes, around: fault.position))
  }

  /// The line if it fits, else a piece around the position; what cannot be shown counts as one or two bytes.
  static func excerpt(of line: ArraySlice<UInt8>, around position: Int?) -> String {
    guard line.count > excerptLimit else { return printable(line, limit: excerptLimit) }
    let wanted = (position ?? line.startIndex) - excerptLimit / 2
    let start = Swift.max(line.startIndex, Swift.min(wanted, line.endIndex - excerptLimit / 2))
    return "…" + printable(line[start...], limit: excerptLimit - 6) + "…"
  }

  private static func printable(_ bytes: ArraySlice<UInt8>, limit: Int) -> String {
    var text = ""
    for scalar in String(decoding: bytes.prefix(limit), as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{FFFD}"
      let shown: Unicode.Scalar = isControl ? "·" : scalar
      guard text.utf8.count + UTF8.width(shown) <= limit else { break }
      text.unicodeScalars.append(shown)
    }
    return text
  }
}

extension String {
  /// A name or value of the page as part of a message: at most 80 bytes of it.
  var excerpt: String {
    ExpositionError.excerpt(of: Array(utf8)[...], around: nil)
  }
}

/// What is wrong with one line; the position is an index into the page.
struct LineFault: Error {
  var position: Int?
  var kind = LintKind.syntax
  var reason: String
}
