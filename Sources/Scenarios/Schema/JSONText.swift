import Wording

/// A JSON value whose objects keep the order of their members.
indirect enum JSONText: Equatable {
  case text(String)
  case number(Int)
  /// A number as somebody wrote it.
  case literal(String)
  case boolean(Bool)
  case list([JSONText])
  case object([JSONMember])
}

/// A name and its value.
struct JSONMember: Equatable {
  var name: String
  var value: JSONText

  init(_ name: String, _ value: JSONText) {
    self.name = name
    self.value = value
  }
}

extension JSONText {
  /// The value over several lines, two blanks a level; short lists of scalars stay on one.
  func written(indentation: String = "") -> String {
    let inner = indentation + "  "
    switch self {
    case .text(let text): return JSONString.quoted(text)
    case .number(let number): return String(number)
    case .literal(let text): return text
    case .boolean(let flag): return String(flag)
    case .list(let items) where items.allSatisfy(\.isScalar):
      return "[" + items.map { $0.written() }.joined(separator: ", ") + "]"
    case .list(let items):
      return "[\n" + items.map { inner + $0.written(indentation: inner) }.joined(separator: ",\n")
        + "\n\(indentation)]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map {
        "\(inner)\(JSONString.quoted($0.name)): \($0.value.written(indentation: inner))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .list, .object: false
    case .text, .number, .literal, .boolean: true
    }
  }
}
