import Yams

/// One value of a YAML file, the place where it stands, and where to complain about it.
///
/// Ask it for what should be there: ``mapping(_:_:)``, ``elements()``, ``entries(_:)``, or any ``Reading``. What is
/// something else becomes a ``Diagnostic`` in the ``sink``, and the answer nil.
public struct FieldReader {
  /// What messages call this value, such as `` `lasts` ``.
  public let name: String
  /// Where mistakes go.
  public let sink: DiagnosticSink
  let node: Node
  /// Set where no file is read but the readings are asked what they would take.
  let probe: SchemaProbe?

  init(probe: SchemaProbe) {
    name = ""
    sink = DiagnosticSink(file: "")
    node = Node("")
    self.probe = probe
  }

  init(name: String, node: Node, sink: DiagnosticSink) {
    probe = nil
    self.name = name
    self.node = node
    self.sink = sink
  }

  /// The whole file; nil, and a diagnostic in the sink, when it is no YAML.
  public init?(yaml: String, sink: DiagnosticSink) {
    guard let root = YAMLDocument.root(yaml: yaml, sink: sink) else { return nil }
    self.init(name: "the file", node: root, sink: sink)
  }

  /// The line on which the value begins, from 1.
  public var line: Int { node.mark?.line ?? 1 }
  /// The column at which the value begins, from 1.
  public var column: Int { node.mark?.column ?? 1 }

  /// Notes a mistake at this value.
  public func report(_ summary: String, _ reason: String, fix: String) {
    guard probe == nil else { return }
    sink.report(line: line, column: column, summary, reason, fix: fix)
  }

  /// Notes that this value is not what it should be, and answers nil.
  public func reject<Value>(asNo expected: String, because reason: String? = nil, fix: String) -> Value? {
    report("\(name) is not \(expected)", reason ?? "found \(found)", fix: fix)
    return nil
  }
}

extension FieldReader {
  /// The text of a scalar; nil without a complaint when this is a list, a mapping or nothing.
  public var scalar: String? {
    guard probe == nil, case .scalar(let scalar) = node, !isNothing else { return nil }
    return scalar.string
  }

  /// Whether a key stands there without a value.
  public var isNothing: Bool {
    guard probe == nil else { return false }
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// Whether this is a mapping.
  public var isMapping: Bool { probe?.decide() ?? (node.mapping != nil) }
  /// Whether this is a list.
  public var isList: Bool { probe?.decide() ?? (node.sequence != nil) }

  /// What stands here, for a message.
  var found: String {
    if isNothing { return "nothing" }
    switch node {
    case .scalar(let scalar) where scalar.string.isEmpty: return "an empty text"
    case .scalar(let scalar): return "`\(Self.shortened(scalar.string))`"
    case .sequence: return "a list"
    default: return "a mapping"
    }
  }

  /// Short, and without what would break the line of a message.
  static func shortened(_ text: String) -> String {
    let printable = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : String($0) }
    return printable.count > 40 ? printable.prefix(40).joined() + "…" : printable.joined()
  }
}

extension FieldReader {
  /// Reads a mapping; keys that `body` did not ask for are reported afterwards.
  ///
  /// Messages call the mapping by its `kind`, such as `a meeting`.
  public func mapping<Value>(_ kind: String, _ body: (MappingReader) -> Value?) -> Value? {
    if let probe {
      let reader = MappingReader(kind: kind, place: self, probe: probe)
      _ = body(reader)
      probe.note(reader.schema)
      return nil
    }
    guard let pairs = node.mapping else {
      return reject(asNo: kind, fix: "write keys and values, as in `{ key: value }`")
    }
    let reader = MappingReader(kind: kind, place: self, pairs: pairs.map { ($0.key, $0.value) })
    let value = body(reader)
    reader.finish()
    return value
  }

  /// The elements of a list; empty for a key without a value, empty with a complaint for anything else.
  public func elements() -> [FieldReader] {
    if let probe { return [probe.parts { .list($0) }] }
    if isNothing { return [] }
    guard let sequence = node.sequence else {
      return reject(asNo: "a list", fix: "put a dash before each entry, or write `[ … ]`") ?? []
    }
    return sequence.enumerated().map { index, node in
      FieldReader(name: "entry \(index + 1) of \(name)", node: node, sink: sink)
    }
  }

  /// The keys of a mapping that follow a rule, with their values, in the order of the file; for those that do not,
  /// `complain` is called.
  public func entries(
    _ kind: String, keys rule: KeyRule, complain: (_ key: String, _ value: FieldReader) -> Void
  ) -> [(key: String, value: FieldReader)] {
    if let probe { return [(rule.example, probe.parts { .keyed(rule, $0) })] }
    return entries(kind).filter { key, value in
      if !rule.holds(key) { complain(key, value) }
      return rule.holds(key)
    }
  }

  /// Whether this is a mapping whose first key follows a rule.
  public func begins(with rule: KeyRule) -> Bool {
    if let probe { return probe.decide() }
    guard let first = node.mapping?.first?.key.scalar?.string else { return false }
    return rule.holds(first)
  }

  /// The keys of a mapping whose keys are free, with their values, in the order of the file.
  public func entries(_ kind: String) -> [(key: String, value: FieldReader)] {
    if let probe { return [("name", probe.parts { .mapping($0) })] }
    guard let pairs = node.mapping else {
      return reject(asNo: kind, fix: "write keys and values, as in `{ key: value }`") ?? []
    }
    return pairs.compactMap { key, value in
      let key = FieldReader(name: "a key", node: key, sink: sink)
      guard let text = key.scalar, !text.isEmpty else { return key.reject(asNo: "a text", fix: "name it") }
      return (text, FieldReader(name: "`\(Self.shortened(text))`", node: value, sink: sink))
    }
  }
}
