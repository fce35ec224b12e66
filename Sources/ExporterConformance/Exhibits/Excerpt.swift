import ConformanceKit

/// As much of a text as somebody will read, without secrets.
struct Excerpt: Sendable {
  /// How many bytes are shown unless another number is named.
  static let size = 8 << 10
  /// No secret, in whatever form, is longer than this many bytes.
  private static let longestSecret = 1 << 10

  let text: String
  /// How many bytes of the original are left out behind the text.
  let omittedBytes: Int

  /// The beginning of a text.
  init(_ text: String, _ redactor: Redactor, size: Int = Self.size) {
    self.init(Array(text.utf8), redactor, size: size)
  }

  /// The beginning of what may be much, and anything.
  init(_ bytes: [UInt8], _ redactor: Redactor, size: Int = Self.size) {
    // Redacting has its price, so not all is redacted; and half a secret at the cut would not be recognised.
    let raw = bytes.prefix(4 * size)
    var redacted = Array(redactor.redacted(String(decoding: raw, as: UTF8.self)).utf8)
    if raw.count < bytes.count { redacted.removeLast(min(redacted.count, Self.longestSecret)) }
    let shown = redacted.prefix(size)
    text = String(decoding: shown.droppingHalfCharacter, as: UTF8.self)
    omittedBytes =
      shown.count < redacted.count || raw.count < bytes.count ? max(0, bytes.count - shown.count) : 0
  }

  func exhibit(_ title: String) -> Exhibit { Exhibit(title, text, omittedBytes: omittedBytes) }
}

extension ArraySlice<UInt8> {
  /// Without the first bytes of a character whose others were cut off.
  fileprivate var droppingHalfCharacter: ArraySlice {
    let lead = lastIndex { $0 & 0b1100_0000 != 0b1000_0000 }
    guard let lead, self[lead] >= 0b1100_0000 else { return self }
    let length = self[lead] >= 0b1111_0000 ? 4 : self[lead] >= 0b1110_0000 ? 3 : 2
    return endIndex - lead < length ? self[..<lead] : self
  }
}
