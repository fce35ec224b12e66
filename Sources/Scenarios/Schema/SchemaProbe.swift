/// Stands where a value of a file would stand, and notes what a reading asks of it.
///
/// So the readings describe themselves, and the schema can't say anything else than they do. Where a reading asks what
/// stands there (`has("name")`, `isMapping`) it is run again for each answer.
final class SchemaProbe {
  private(set) var schema = JSONSchema.anything
  private var child: (probe: SchemaProbe, shape: (JSONSchema) -> JSONSchema)?
  private var answers: [Bool]
  private var asked = 0

  private init(answers: [Bool] = []) { self.answers = answers }

  /// What a reading may find.
  static func describe<Value>(_ read: (FieldReader) -> Value?) -> JSONSchema {
    var found: [JSONSchema] = []
    var answers: [Bool]? = []
    while let next = answers {
      let probe = SchemaProbe(answers: next)
      _ = read(FieldReader(probe: probe))
      found.append(probe.whole)
      answers = probe.nextAnswers
    }
    return .any(of: found)
  }

  /// Takes down what the reading said about this place; what was said first goes deepest.
  func note(_ schema: JSONSchema) {
    if self.schema == .anything { self.schema = schema }
  }

  /// What is to be read of each element of a list, or each value of a mapping with free keys.
  ///
  /// `shape` makes the schema of the whole out of that of a part.
  func parts(_ shape: @escaping (JSONSchema) -> JSONSchema) -> FieldReader {
    let probe = SchemaProbe()
    if child == nil { child = (probe, shape) }
    return FieldReader(probe: probe)
  }

  /// An answer to a question about what stands here; another one the next time.
  func decide() -> Bool {
    defer { asked += 1 }
    if asked == answers.count { answers.append(false) }
    return answers[asked]
  }

  /// Counts in binary through the answers; nil when every row of them was given.
  private var nextAnswers: [Bool]? {
    var next = answers
    while next.last == true { next.removeLast() }
    guard !next.isEmpty else { return nil }
    next[next.count - 1] = true
    return next
  }

  private var whole: JSONSchema {
    guard let child else { return schema }
    return child.shape(child.probe.whole)
  }
}

/// What one reading asks of a mapping.
final class MappingProbe {
  private var object: JSONSchema.Object
  private let decide: () -> Bool
  private var answers: [String: Bool] = [:]

  init(kind: String, decide: @escaping () -> Bool) {
    object = JSONSchema.Object(kind: kind)
    self.decide = decide
  }

  func has(_ key: String) -> Bool {
    if let answer = answers[key] { return answer }
    answers[key] = decide()
    return answers[key] ?? false
  }

  func note(_ key: String, _ schema: JSONSchema) {
    guard let place = object.properties.firstIndex(where: { $0.key == key }) else {
      return object.properties.append(.init(key: key, schema: schema))
    }
    if object.properties[place].schema == .anything { object.properties[place].schema = schema }
  }

  func require(_ key: String) {
    if !object.required.contains(key) { object.required.append(key) }
  }

  func exclude(_ keys: [String]) { object.exclusive.append(keys) }

  /// The whole mapping; a key of which it was said that it is not there may not be there.
  func schema(kind: String) -> JSONSchema {
    object.kind = kind
    object.properties.removeAll { answers[$0.key] == false }
    for (key, isThere) in answers.sorted(by: { $0.key < $1.key }) where isThere { require(key) }
    return .object(object)
  }
}
