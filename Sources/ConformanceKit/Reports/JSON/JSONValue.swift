import Wording

/// A JSON value that keeps the order of its keys, and how it is written.
enum JSONValue: Sendable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number, as its text stands in JSON.
  case number(String)
  case bool(Bool)
  case null

  /// A string, or null where there is none.
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A number; null for what JSON has no number for.
  static func optional(_ number: Double?) -> JSONValue {
    number.flatMap { $0.isFinite ? .number($0.shortest) : nil } ?? .null
  }

  /// A whole number.
  static func integer(_ number: some BinaryInteger) -> JSONValue { .number(String(number)) }

  /// The value as text, indented by two spaces a level; a list of numbers alone, such as a point, stays on its line.
  func text(indent: Int = 0) -> String {
    switch self {
    case .object(let members):
      JSONValue.block(
        "{", members.map { "\($0.key.quotedForJSON): \($0.value.text(indent: indent + 2))" }, "}", indent)
    case .array(let values) where values.allSatisfy(\.isNumeric):
      "[" + values.map { $0.text() }.joined(separator: ", ") + "]"
    case .array(let values): JSONValue.block("[", values.map { $0.text(indent: indent + 2) }, "]", indent)
    case .string(let text): text.quotedForJSON
    case .number(let text): text
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null: "null"
    }
  }

  private var isNumeric: Bool {
    switch self {
    case .number, .null: true
    default: false
    }
  }

  private static func block(_ open: String, _ items: [String], _ close: String, _ indent: Int) -> String {
    guard !items.isEmpty else { return open + close }
    let margin = String(repeating: " ", count: indent)
    let body = items.map { "\(margin)  \($0)" }.joined(separator: ",\n")
    return "\(open)\n\(body)\n\(margin)\(close)"
  }
}

extension String {
  /// The text as a JSON string. Nothing is lost; what would steer a terminal stands there as `\u` escapes.
  fileprivate var quotedForJSON: String { JSONString.quoted(self, escaping: \.mustBeVisible) }
}
