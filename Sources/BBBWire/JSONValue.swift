import Wording

/// A JSON value whose members keep their order, printed as Groovy's `JsonBuilder.toPrettyString` prints it.
///
/// - Source: facts §2.18; groovy-json `JsonOutput.prettyPrint`.
public enum JSONValue: Sendable, Equatable {
  /// Members in the order of the answer.
  case object([Member])
  case array([JSONValue])
  case string(String)
  case number(Int64)
  case boolean(Bool)
  case null

  /// A name and its value.
  public struct Member: Sendable, Equatable {
    /// The name, unescaped.
    public var name: String
    /// What it stands for.
    public var value: JSONValue

    /// Names a value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object in braces, `["returncode": "SUCCESS"]`.
  public static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// What most calls answer: everything in a `response`.
  public static func response(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .members(["response": .members(members)])
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue {
  /// The text over several lines, four spaces a level; an empty list or object spans three lines, as Groovy has it.
  ///
  /// ASCII throughout: Groovy escapes every other character.
  public var prettyPrinted: [UInt8] {
    var text: [UInt8] = []
    write(to: &text, level: 0)
    return text
  }

  /// The text on one line without blanks.
  public var compact: [UInt8] {
    var text: [UInt8] = []
    write(to: &text, level: nil)
    return text
  }

  /// Groovy writes ASCII.
  private static func quoted(_ text: String) -> String { JSONString.quoted(text) { $0.value >= 0x7F } }

  /// Without a level everything stays on one line.
  private func write(to text: inout [UInt8], level: Int?) {
    let inner = level.map { $0 + 1 }
    switch self {
    case .object(let members):
      Self.block("{", "}", members, &text, level) { member, text in
        text += Self.quoted(member.name).utf8
        text += (level == nil ? ":" : ": ").utf8
        member.value.write(to: &text, level: inner)
      }
    case .array(let elements):
      Self.block("[", "]", elements, &text, level) { $0.write(to: &$1, level: inner) }
    case .string(let string): text += Self.quoted(string).utf8
    case .number(let number): text += String(number).utf8
    case .boolean(let flag): text += (flag ? "true" : "false").utf8
    case .null: text += "null".utf8
    }
  }

  private static func block<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ text: inout [UInt8], _ level: Int?,
    _ write: (Element, inout [UInt8]) -> Void
  ) {
    text += open.utf8
    lineBreak(&text, level.map { $0 + 1 })
    for (index, element) in elements.enumerated() {
      if index > 0 {
        text += ",".utf8
        lineBreak(&text, level.map { $0 + 1 })
      }
      write(element, &text)
    }
    lineBreak(&text, level)
    text += close.utf8
  }

  private static func lineBreak(_ text: inout [UInt8], _ level: Int?) {
    guard let level else { return }
    text.append(UInt8(ascii: "\n"))
    text += repeatElement(UInt8(ascii: " "), count: 4 * level)
  }
}
