/// Reads digits and single characters from the front of an ASCII text.
struct DigitScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  /// Passes one character if it stands next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  /// The digit that stands next, from 0 to 9.
  mutating func digit() -> Int64? {
    guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
    position += 1
    return Int64(bytes[position - 1] - 0x30)
  }

  /// A number of exactly so many digits, at most 18.
  mutating func number(digits count: Int) -> Int64? {
    var number: Int64 = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// The digits behind a point, at least one, as thousandths; further digits are cut off.
  mutating func thousandths() -> Int64? {
    guard let first = digit() else { return nil }
    var value = first * 100
    var place: Int64 = 10
    while let digit = digit() {
      value += digit * place
      place /= 10
    }
    return value
  }

  /// All the digits that stand next; nil when there is none or the number passes `limit`.
  mutating func number(upTo limit: Int64) -> Int64? {
    guard var number = digit() else { return nil }
    while let digit = digit() {
      number = number * 10 + digit
      guard number <= limit else { return nil }
    }
    return number <= limit ? number : nil
  }

  /// The ASCII letters that stand next, perhaps none.
  mutating func letters() -> String {
    let start = position
    while position < bytes.count, (0x61...0x7a).contains(bytes[position] | 0x20) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
