/// What may stand somewhere in a file, in the words of JSON Schema (draft 2020-12).
///
/// Made by the readings themselves, see ``SchemaProbe``; so it knows the shape of a file, and not what later parts of it
/// refer to.
indirect enum JSONSchema: Equatable {
  case anything
  /// Any scalar, for YAML makes numbers of what was meant as a text.
  case text(String)
  case integer(ClosedRange<Int>?)
  case boolean
  /// Numbers with units.
  case duration
  /// A share from 0 to 1, or a percentage.
  case share
  case choice([String])
  case list(JSONSchema)
  /// Free keys with values of one kind.
  case mapping(JSONSchema)
  /// Keys that follow a rule, with values of one kind.
  case keyed(KeyRule, JSONSchema)
  /// A key without a value.
  case nothing
  case object(Object)
  case either([JSONSchema])

  /// A mapping with known keys.
  struct Object: Equatable {
    /// What messages call it, such as `a meeting`.
    var kind: String
    var properties: [Property] = []
    var required: [String] = []
    /// Groups of keys of which exactly one is there.
    var exclusive: [[String]] = []
  }

  /// A key and what may stand behind it.
  struct Property: Equatable {
    var key: String
    var schema: JSONSchema
  }

  /// The same, with other words about a text.
  func saying(_ description: String) -> JSONSchema {
    if case .text = self { .text(description) } else { self }
  }

  /// Any of several; one of a kind is itself.
  static func any(of schemas: [JSONSchema]) -> JSONSchema {
    var distinct: [JSONSchema] = []
    for schema in schemas where !distinct.contains(schema) { distinct.append(schema) }
    return distinct.count == 1 ? distinct[0] : .either(distinct)
  }
}

extension JSONSchema {
  /// The members of the schema's JSON object, in order.
  var members: [JSONMember] {
    switch self {
    case .anything: []
    case .text(let description):
      [
        .init("type", .list(["string", "number", "boolean"].map(JSONText.text))),
        .init("description", .text(description)),
      ]
    case .integer(let range):
      [.init("type", .text("integer"))]
        + (range.map { [.init("minimum", .number($0.lowerBound)), .init("maximum", .number($0.upperBound))] }
          ?? [])
    case .boolean: [.init("type", .text("boolean"))]
    case .duration:
      [
        .init("type", .text("string")), .init("description", .text("a duration, such as 1h 30m")),
        .init("pattern", .text(#"^([0-9]+(\.[0-9]+)?(w|d|h|ms|m|s) ?)+$"#)),
      ]
    case .share:
      [
        .init("type", .list([.text("string"), .text("number")])), .init("minimum", .number(0)),
        .init("pattern", .text(#"^-?[0-9]+(\.[0-9]+)?%?$"#)),
        .init("description", .text("a share, such as 15%")),
      ]
    case .choice(let names):
      // YAML reads `2.7` as a number unless it is quoted.
      [
        .init(
          "enum", .list(names.map(JSONText.text) + names.filter(NumberText.isDecimal).map(JSONText.literal)))
      ]
    case .list(let item): [.init("type", .list([.text("array"), .text("null")])), .init("items", item.json)]
    case .mapping(let value): [.init("type", .text("object")), .init("additionalProperties", value.json)]
    case .keyed(let rule, let value):
      [.init("type", .text("object"))] + rule.members + [.init("additionalProperties", value.json)]
    case .nothing: [.init("type", .text("null"))]
    case .object(let object): object.members
    case .either(let schemas): [.init("anyOf", .list(schemas.map(\.json)))]
    }
  }

  var json: JSONText { .object(members) }
}

extension JSONSchema.Object {
  fileprivate var members: [JSONMember] {
    let alternatives = exclusive.map { keys in
      JSONText.object([
        .init("oneOf", .list(keys.map { .object([.init("required", .list([.text($0)]))]) }))
      ])
    }
    return [
      .init("type", .text("object")), .init("description", .text(kind)),
      .init("properties", .object(properties.map { .init($0.key, $0.schema.json) })),
    ] + (required.isEmpty ? [] : [.init("required", .list(required.map(JSONText.text)))])
      + (alternatives.isEmpty ? [] : [.init("allOf", .list(alternatives))])
      + [.init("additionalProperties", .boolean(false))]
  }
}
