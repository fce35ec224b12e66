import Wording
import Yams

/// The keys of one mapping, each asked for by name.
///
/// It remembers which keys were asked for; all others are unknown, and said so when the mapping has been read.
public final class MappingReader {
  /// What messages call the mapping, such as `a meeting`.
  public var kind: String
  /// The mapping as a whole.
  public let place: FieldReader
  private let keys: [FieldReader]
  private let values: [FieldReader]
  private let probe: MappingProbe?
  private var known: [String] = []
  private var missing: [Missing] = []

  /// A complaint that waits: the key may be there, misspelt.
  private struct Missing {
    let keys: [String]
    let summary: String
    let reason: String
    let fix: String
  }

  /// Reads no mapping but notes what is asked of it.
  init(kind: String, place: FieldReader, probe: SchemaProbe) {
    self.kind = kind
    self.place = place
    self.probe = MappingProbe(kind: kind, decide: probe.decide)
    keys = []
    values = []
  }

  /// What was asked of it.
  var schema: JSONSchema { probe?.schema(kind: kind) ?? .anything }

  init(kind: String, place: FieldReader, pairs: [(key: Node, value: Node)]) {
    self.kind = kind
    self.place = place
    probe = nil
    keys = pairs.map { FieldReader(name: "a key", node: $0.key, sink: place.sink) }
    values = zip(keys, pairs).map { key, pair in
      FieldReader(name: "`\(FieldReader.shortened(key.scalar ?? ""))`", node: pair.value, sink: place.sink)
    }
  }

  /// The value of a key, or nil when the key is not there. The key counts as known from then on.
  public subscript(key: String) -> FieldReader? {
    if !known.contains(key) { known.append(key) }
    probe?.note(key, .anything)
    return keys.firstIndex { $0.scalar == key }.map { values[$0] }
  }

  /// Whether the mapping has the key; asking does not make it known.
  public func has(_ key: String) -> Bool { probe?.has(key) ?? keys.contains { $0.scalar == key } }

  /// The value of a key that must be there; nil, with a complaint, when it is missing or wrong.
  public func required<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
    probe?.note(key, reading.schema)
    probe?.require(key)
    if let field = self[key] { return reading.value(of: field) }
    missing.append(
      Missing(keys: [key], summary: "`\(key)` is missing", reason: "\(kind) needs it", fix: "add `\(key): …`")
    )
    return nil
  }

  /// The value of a key that may be absent; nil when it is absent, and, with a complaint, when it is wrong.
  public func optional<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
    probe?.note(key, reading.schema)
    return self[key].flatMap(reading.value)
  }

  /// The elements of a list that may be absent; those that are wrong are left out, with a complaint.
  public func list<Value>(_ key: String, _ reading: Reading<Value>) -> [Value] {
    probe?.note(key, .list(reading.schema))
    return (self[key]?.elements() ?? []).compactMap(reading.value)
  }

  /// The value of the one key of several that is there; nil, with a complaint, when none or more of them are.
  ///
  /// `choices` are the keys, and how to read what stands behind each.
  public func exactlyOne<Value>(of choices: [(key: String, reading: Reading<Value>)]) -> Value? {
    for choice in choices { probe?.note(choice.key, choice.reading.schema) }
    probe?.exclude(choices.map(\.key))
    let present = choices.compactMap { choice in self[choice.key].map { (choice, $0) } }
    let names = Suggestion.listed(choices.map(\.key))
    if present.count > 1 {
      present[1].1.report(
        "\(kind) has \(Suggestion.listed(present.map(\.0.key))) at once", "it takes exactly one of \(names)",
        fix: "keep one of them")
    } else if present.isEmpty {
      missing.append(
        Missing(
          keys: choices.map(\.key), summary: "\(kind) lacks what it is about",
          reason: "it takes exactly one of \(names)", fix: "add one of them"))
    }
    return present.first.flatMap { $0.0.reading.value(of: $0.1) }
  }

  /// Reports the keys that nobody asked for, and those that are missing and not just misspelt.
  func finish() {
    var meant: Set<String> = []
    // Asked once: a mapping may have a hundred thousand unknown keys.
    let absent = absent
    for key in keys.lazy.filter({ !self.known.contains($0.scalar ?? "") }).prefix(DiagnosticSink.limit) {
      let text = key.scalar ?? ""
      if let near = NearestName.of(text, among: absent) { meant.insert(near) }
      key.report(
        "unknown key \(key.found)", "\(kind) has the keys \(Suggestion.listed(known))",
        fix: Suggestion.fix(for: text, among: absent, orElse: "remove it"))
    }
    for complaint in missing where meant.isDisjoint(with: complaint.keys) {
      place.report(complaint.summary, complaint.reason, fix: complaint.fix)
    }
  }

  /// Keys that could still be written.
  private var absent: [String] { known.filter { !has($0) } }
}
