/// How to make a value of what stands in a file.
///
/// Readings are the vocabulary in which the plans say what they are made of: `m.required("lasts", .duration)`.
public struct Reading<Value> {
  private let read: (FieldReader) -> Value?

  /// Wraps a function that answers nil after it has reported why.
  public init(_ read: @escaping (FieldReader) -> Value?) { self.read = read }

  /// The value, or nil when a mistake has been reported.
  public func value(of field: FieldReader) -> Value? {
    guard let probe = field.probe else { return read(field) }
    probe.note(schema)
    return nil
  }

  /// What it would take.
  var schema: JSONSchema { SchemaProbe.describe(read) }

  /// The same reading, which says of itself that it takes this.
  func described(as schema: JSONSchema) -> Reading {
    Reading { field in
      guard let probe = field.probe else { return self.value(of: field) }
      probe.note(schema)
      return nil
    }
  }

  /// A reading of scalars by a function that answers nil for a text that does not fit.
  ///
  /// The message calls what should be there `expected`, such as `a share`; `fix` says what to write instead.
  public static func scalar(_ expected: String, fix: String, _ parse: @escaping (String) -> Value?) -> Reading
  {
    Reading { field in
      field.scalar.flatMap(parse) ?? field.reject(asNo: expected, fix: fix)
    }.described(as: .text("\(expected); \(fix)"))
  }

  /// The same, with a condition on top; `expected` and `fix` are for the message about values that break it.
  public func that(
    _ holds: @escaping (Value) -> Bool, is expected: String, fix: String
  ) -> Reading {
    Reading { field in
      guard let value = self.value(of: field) else { return nil }
      return holds(value) ? value : field.reject(asNo: expected, fix: fix)
    }.described(as: schema.saying("\(expected); \(fix)"))
  }

  /// One of a few names.
  public static func choice(_ kind: String, of choices: [(name: String, value: Value)]) -> Reading {
    Reading { field in
      let names = choices.map(\.name)
      guard let text = field.scalar else {
        return field.reject(asNo: kind, fix: "use one of \(Suggestion.listed(names))")
      }
      if let choice = choices.first(where: { $0.name == text }) { return choice.value }
      return field.reject(asNo: kind, fix: Suggestion.fix(for: text, among: names))
    }.described(as: .choice(choices.map(\.name)))
  }

  /// A mapping of free names, each with a value of one kind; nil stands for one that is wrong.
  public static func named<Part>(_ part: Reading<Part>) -> Reading
  where Value == [(name: String, value: Part?)] {
    Reading { field in
      field.entries("a mapping of names").map { (name: $0.key, value: part.value(of: $0.value)) }
    }
  }

  /// A list, or one value by itself.
  public static func oneOrMore<Part>(_ part: Reading<Part>) -> Reading where Value == [Part] {
    Reading { field in
      field.isList ? field.elements().compactMap(part.value) : part.value(of: field).map { [$0] }
    }
  }

  /// The same, and something for a key without a value.
  public func orNothing(_ nothing: Value) -> Reading {
    Reading { field in field.isNothing ? nothing : self.value(of: field) }
      .described(as: .any(of: [schema, .nothing]))
  }

  /// Either shape: the first for a mapping, the second for anything else.
  public static func either(mapping: Reading, otherwise: Reading) -> Reading {
    Reading { field in (field.isMapping ? mapping : otherwise).value(of: field) }
  }
}

extension Reading where Value == String {
  /// Any text, even an empty one in quotes.
  public static var text: Reading { scalar("a text", fix: "write a text") { $0 } }

  /// A text of at least one character.
  public static var name: Reading {
    text.that({ !$0.isEmpty }, is: "a name", fix: "write at least one character")
  }
}

extension Reading where Value == Bool {
  /// `true` or `false`; of YAML's other spellings people remember different ones.
  public static var flag: Reading {
    Reading { field in
      if field.scalar == "true" { return true }
      if field.scalar == "false" { return false }
      let meant = otherSpellings[field.scalar?.lowercased() ?? ""]
      return field.reject(
        asNo: "`true` or `false`", fix: meant.map { "did you mean `\($0)`?" } ?? "write `true` or `false`")
    }.described(as: .boolean)
  }

  private static var otherSpellings: [String: Bool] {
    ["true": true, "yes": true, "on": true, "false": false, "no": false, "off": false]
  }

  /// `true`, for keys that say by their presence that something happens.
  public static var present: Reading {
    flag.that({ $0 }, is: "`true`", fix: "write `true`, or remove the key")
  }
}
