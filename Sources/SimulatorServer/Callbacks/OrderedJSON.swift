import Wording

/// JSON on one line whose members keep their order, as Node prints it.
indirect enum OrderedJSON: Sendable, ExpressibleByStringLiteral {
  case object([(String, OrderedJSON)])
  case array([OrderedJSON])
  case string(String)
  case number(Int64)
  case boolean(Bool)

  init(stringLiteral value: String) { self = .string(value) }

  var text: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\(JSONString.quoted($0.0)):\($0.1.text)" }.joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .string(let string): JSONString.quoted(string)
    case .number(let number): String(number)
    case .boolean(let flag): flag ? "true" : "false"
    }
  }
}
