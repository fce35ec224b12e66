/// The start of a UTF-8 character whose rest has not arrived; at most three bytes.
///
/// libxml2 gets whole characters only: a cut inside one would depend on how its versions treat it.
struct IncompleteCharacter {
  private(set) var bytes: [UInt8] = []

  /// Takes bytes from the front until the character is complete or cannot become one.
  ///
  /// - Returns: what to parse next, if anything; empty while more bytes are wanted.
  mutating func complete(from input: inout UnsafeRawBufferPointer) -> [UInt8] {
    guard let lead = bytes.first else { return [] }
    let length = Self.length(announcedBy: lead)
    while bytes.count < length, let next = input.first, Self.isContinuation(next) {
      bytes.append(next)
      input = UnsafeRawBufferPointer(rebasing: input.dropFirst())
    }
    guard bytes.count == length || !input.isEmpty else { return [] }
    defer { bytes = [] }
    return bytes
  }

  /// Takes an incomplete character off the end.
  mutating func keep(tailOf input: inout UnsafeRawBufferPointer) {
    for count in 1...3 where count <= input.count {
      let byte = input[input.count - count]
      if Self.isContinuation(byte) { continue }
      if Self.length(announcedBy: byte) > count {
        bytes = Array(input.suffix(count))
        input = UnsafeRawBufferPointer(rebasing: input.dropLast(count))
      }
      return
    }
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }

  /// The length of a character by its first byte; 1 for what is no first byte.
  private static func length(announcedBy byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }
}
