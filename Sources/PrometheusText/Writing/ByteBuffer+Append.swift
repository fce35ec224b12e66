extension [UInt8] {
  mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends a number without making a string of the whole ones, which are most.
  mutating func append(value: Double) {
    if let integer = value.exactInteger {
      append(integer: integer)
    } else {
      append(text: value.expositionText)
    }
  }

  mutating func append(integer: Int64) {
    if integer < 0 { append(.minus) }
    var rest = integer.magnitude
    var divisor: UInt64 = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(.zero + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Appends text with backslash and line feed escaped, and the double quote where it is wanted.
  mutating func append(escaping text: String, quotes: Bool) {
    let needsEscape = { (byte: UInt8) in
      byte == .backslash || byte == .lineFeed || (quotes && byte == .quote)
    }
    guard text.utf8.contains(where: needsEscape) else { return append(text: text) }
    for byte in text.utf8 {
      if needsEscape(byte) { append(.backslash) }
      append(byte == .lineFeed ? .letterN : byte)
    }
  }
}
