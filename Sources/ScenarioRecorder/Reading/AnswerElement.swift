/// An element of an answer with all that is in it.
struct AnswerElement: Sendable, Equatable {
  /// The local name.
  let name: String
  /// Its own text, references resolved, as it came.
  var bytes: [UInt8] = []
  /// In document order.
  var children: [AnswerElement] = []

  /// Starts an element without content.
  init(name: String) { self.name = name }
}

extension AnswerElement {
  /// The first child of that name.
  func child(_ name: String) -> AnswerElement? { children.first { $0.name == name } }

  /// The text without white space at either end.
  var text: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let core = bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return String(decoding: core, as: UTF8.self)
  }

  /// The text of a child; nil when it is missing or empty.
  func text(of name: String) -> String? {
    child(name).map(\.text).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a child says `true`.
  func flag(_ name: String) -> Bool { text(of: name)?.lowercased() == "true" }

  /// The whole number in a child; nil when it is missing or no number.
  func number(_ name: String) -> Int64? { text(of: name).flatMap(WholeNumber.value) }

  /// The number of something in a child; nil when there can't be so many.
  func count(_ name: String) -> Int? {
    number(name).flatMap { $0 <= 1_000_000_000 ? Int($0) : nil }
  }
}

/// Whole numbers as JVMs of any locale print them: `1234`, `1,234`, `1.234`, `1 234`.
///
/// - Source: facts §2.8.
enum WholeNumber {
  private static let separators: Set<Character> = [",", ".", " ", "'", "\u{A0}", "\u{202F}", "\u{2019}"]

  /// The number; nil for signs, words, groups of other than three digits, or more than `Int64.max`.
  static func value(of text: String) -> Int64? {
    let groups = text.split(omittingEmptySubsequences: false, whereSeparator: separators.contains)
    let areDigits = groups.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard areDigits, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    guard groups.count == 1 || groups[0].utf8.count <= 3 else { return nil }
    return Int64(groups.joined())
  }
}
