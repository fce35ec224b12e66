/// What may stand somewhere in a JSON document, in the words of JSON Schema (draft 2020-12).
indirect enum JSONShape: Sendable {
  /// A text, of a pattern if there is one.
  case text(pattern: String? = nil)
  case number
  /// A whole number from 0 on.
  case count
  case flag
  /// One of these texts, or of these numbers.
  case choice([JSONValue])
  /// A shape that stands under a name of its own in the document.
  case named(String)
  case list(JSONShape)
  /// A list of exactly these.
  case tuple([JSONShape])
  /// A shape, or null.
  case optional(JSONShape)
  /// Exactly these keys.
  case object([Property])

  /// A key that is always there.
  struct Property: Sendable {
    var key: String
    var shape: JSONShape
    var about: String?

    init(_ key: String, _ shape: JSONShape, _ about: String? = nil) {
      (self.key, self.shape, self.about) = (key, shape, about)
    }
  }

  /// One of the cases of an enumeration.
  static func choice<Word: CaseIterable & RawRepresentable<String>>(of words: Word.Type) -> JSONShape {
    .choice(words.allCases.map { .string($0.rawValue) })
  }
}

extension JSONShape {
  /// The members of the shape's schema.
  var members: [(key: String, value: JSONValue)] {
    switch self {
    case .text(let pattern): type("string") + (pattern.map { [("pattern", .string($0))] } ?? [])
    case .number: type("number")
    case .count: type("integer") + [("minimum", .integer(0))]
    case .flag: type("boolean")
    case .choice(let values): [("enum", .array(values))]
    case .named(let name): [("$ref", .string("#/$defs/\(name)"))]
    case .list(let shape): type("array") + [("items", shape.schema)]
    case .tuple(let shapes): type("array") + exactly(shapes)
    case .optional(let shape): [("anyOf", .array([shape.schema, .object(type("null"))]))]
    case .object(let properties): type("object") + exactly(properties)
    }
  }

  /// The shape's schema.
  var schema: JSONValue { .object(members) }

  private func type(_ name: String) -> [(key: String, value: JSONValue)] { [("type", .string(name))] }

  private func exactly(_ shapes: [JSONShape]) -> [(key: String, value: JSONValue)] {
    [
      ("prefixItems", .array(shapes.map(\.schema))), ("items", .bool(false)),
      ("minItems", .integer(shapes.count)),
    ]
  }

  private func exactly(_ properties: [Property]) -> [(key: String, value: JSONValue)] {
    [
      ("required", .array(properties.map { .string($0.key) })), ("additionalProperties", .bool(false)),
      ("properties", .object(properties.map { ($0.key, $0.schema) })),
    ]
  }
}

extension JSONShape.Property {
  fileprivate var schema: JSONValue {
    .object((about.map { [("description", .string($0))] } ?? []) + shape.members)
  }
}
