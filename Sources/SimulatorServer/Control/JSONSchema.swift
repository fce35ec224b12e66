/// A JSON Schema (2020-12, as OpenAPI 3.1 takes it), built from few words.
struct JSONSchema: Sendable, Equatable {
  /// The schema as JSON.
  var json: JSONValue

  static let text = JSONSchema(json: ["type": "string"])
  static let flag = JSONSchema(json: ["type": "boolean"])
  static let integer = JSONSchema(json: ["type": "integer"])
  static let number = JSONSchema(json: ["type": "number"])
  static let instant = JSONSchema(json: ["type": "string", "format": "date-time"])
  /// Anything at all.
  static let any = JSONSchema(json: [:])
  /// `true`, for keys that say something by their presence.
  static let present = JSONSchema(json: ["const": true])

  static func list(of element: JSONSchema) -> JSONSchema {
    JSONSchema(json: ["type": "array", "items": element.json])
  }

  /// An object whose keys are free.
  static func map(of value: JSONSchema) -> JSONSchema {
    JSONSchema(json: ["type": "object", "additionalProperties": value.json])
  }

  static func choice(_ names: [String]) -> JSONSchema {
    JSONSchema(json: ["type": "string", "enum": .list(names.map { .text($0) })])
  }

  /// An object with these keys and no other; those in `optional` may be absent.
  static func object(_ required: [String: JSONSchema], optional: [String: JSONSchema] = [:]) -> JSONSchema {
    let properties = required.merging(optional) { first, _ in first }.mapValues(\.json)
    return JSONSchema(json: [
      "type": "object", "properties": .object(properties),
      "required": .list(required.keys.sorted().map { .text($0) }), "additionalProperties": false,
    ])
  }

  /// One of several shapes.
  static func either(_ schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema(json: ["oneOf": .list(schemas.map(\.json))])
  }

  /// The same with a word for the reader.
  func about(_ description: String) -> JSONSchema {
    guard case .object(var object) = json else { return self }
    object["description"] = .text(description)
    return JSONSchema(json: .object(object))
  }
}

/// An answer of the control API that says what it looks like.
protocol ControlView: Encodable {
  /// What the JSON is made of.
  static var schema: JSONSchema { get }
}
