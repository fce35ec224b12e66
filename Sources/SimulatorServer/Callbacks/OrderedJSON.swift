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
      "{" + members.map { "\(Self.quoted($0.0)):\($0.1.text)" }.joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .string(let string): Self.quoted(string)
    case .number(let number): String(number)
    case .boolean(let flag): flag ? "true" : "false"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ": quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
