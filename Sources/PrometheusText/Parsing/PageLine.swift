/// One line of a page, without its line feed.
struct PageLine {
  /// Counted from 1.
  let number: Int
  let bytes: ArraySlice<UInt8>
  /// Whether a line feed follows; only the last line can lack it.
  let isTerminated: Bool
}

/// The lines of a page in order; a page that ends with a line feed has no empty line after it.
struct PageLines: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  private var number = 0

  init(_ page: [UInt8]) {
    rest = page[...]
  }

  mutating func next() -> PageLine? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let end = rest.firstIndex(of: .lineFeed)
    let bytes = rest[..<(end ?? rest.endIndex)]
    rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
    return PageLine(number: number, bytes: bytes, isTerminated: end != nil)
  }
}

/// What one line says.
enum LineContent {
  case blank
  case comment
  case endOfFile
  case help(name: String, text: String, hasUnknownEscape: Bool)
  case type(name: String, type: MetricType)
  case unit(name: String, unit: String)
  case sample(name: String, sample: Sample, hasUnknownEscape: Bool)
}
