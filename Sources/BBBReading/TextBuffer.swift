/// The text of the element being read; reused for every one of them.
struct TextBuffer {
  /// The most bytes kept; names and IDs are at most 256 characters (facts §2.2), messages are a sentence.
  static let limit = 4096

  private var bytes: [UInt8] = []
  /// Whether more came than is kept; what is kept then means nothing.
  private(set) var isOverlong = false

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isOverlong = false
  }

  @inline(never)
  mutating func append(_ text: Span<UInt8>) {
    guard bytes.count + text.count <= Self.limit else { return isOverlong = true }
    for index in text.indices { bytes.append(text[index]) }
  }

  /// The text without white space at either end.
  var trimmed: ArraySlice<UInt8> { bytes[trimmedRange] }

  /// Whether the trimmed text is these bytes; cheaper than ``trimmed``, because nothing is retained.
  func trimmedEquals(_ other: [UInt8]) -> Bool {
    let range = trimmedRange
    guard range.count == other.count else { return false }
    for index in other.indices where bytes[range.lowerBound + index] != other[index] { return false }
    return true
  }

  private var trimmedRange: Range<Int> {
    var range = bytes.indices
    while let first = range.first, isXMLSpace(bytes[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isXMLSpace(bytes[last]) { range = range.lowerBound..<last }
    return range
  }

  /// The memory held, for tests.
  var capacity: Int { bytes.capacity }
}

/// Whether a byte is white space in XML.
@inline(__always)
func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
