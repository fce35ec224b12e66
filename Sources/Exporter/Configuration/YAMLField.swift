import Wording
import Yams

/// One value of a YAML file, the place where it stands, and where to complain about it.
///
/// What is something else than it was asked for becomes a mistake in the ``sink``, and the answer is nil.
struct YAMLField {
  /// What messages call the value: its key.
  let name: String
  let sink: MistakeSink
  private let node: Node

  init(name: String, node: Node, sink: MistakeSink) {
    self.name = name
    self.node = node
    self.sink = sink
  }

  /// Notes a mistake at this value.
  func report(_ summary: String, fix: String) {
    sink.report(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, summary, fix: fix)
  }

  /// Whether a key stands there without a value.
  var isNothing: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// The text of a scalar; nil without a complaint for everything else.
  var scalar: String? {
    guard case .scalar(let scalar) = node, !isNothing else { return nil }
    return scalar.string
  }

  /// What stands here, without its value.
  private var found: String {
    if isNothing { return "nothing" }
    return switch node {
    case .scalar: "a text"
    case .sequence: "a list"
    default: "a mapping"
    }
  }
}

// Readings.
extension YAMLField {
  /// A text of at least one character.
  func text(fix: String = "write a text") -> String? {
    if let scalar, !scalar.isEmpty { return scalar }
    report("\(name) is not a text, but \(scalar == nil ? found : "empty")", fix: fix)
    return nil
  }

  /// `true` or `false`; of YAML's other spellings people remember different ones.
  func flag() -> Bool? {
    switch scalar {
    case "true": return true
    case "false": return false
    default:
      report("\(name) is neither true nor false", fix: "write true or false")
      return nil
    }
  }

  /// One of a few words, spelt as it is; the empty one also for no value. Anything else is told which there are.
  func choice<Value>(of choices: [(name: String, value: Value)], ignoringCase: Bool = false) -> Value? {
    let word = scalar ?? ""
    let spelt = ignoringCase ? word.lowercased() : word
    if let choice = choices.first(where: { $0.name == spelt }) { return choice.value }
    let names = choices.map(\.name).filter { !$0.isEmpty }
    report("\(name) is not one of its words", fix: NearestName.fix(for: word, among: names))
    return nil
  }

  /// The elements of a list; none for a key without a value, none with a complaint for anything else.
  func elements() -> [YAMLField] {
    if isNothing { return [] }
    if let sequence = node.sequence { return sequence.map { YAMLField(name: name, node: $0, sink: sink) } }
    report("\(name) is not a list, but \(found)", fix: "put a dash before each entry")
    return []
  }

  /// The keys of a mapping whose keys are free, with their values, in the order of the file.
  func entries(fix: String = "write keys and values below it") -> [(key: YAMLField, value: YAMLField)] {
    if isNothing { return [] }
    guard let pairs = node.mapping else {
      report("\(name) is not a mapping, but \(found)", fix: fix)
      return []
    }
    return pairs.map { key, value in
      let name = key.scalar?.string.shortened ?? "a key"
      return (YAMLField(name: name, node: key, sink: sink), YAMLField(name: name, node: value, sink: sink))
    }
  }

  /// Reads a mapping with a fixed set of keys; those that `body` did not ask for are reported afterwards.
  func mapping<Value>(fix: String = "write keys and values below it", _ body: (YAMLMapping) -> Value?)
    -> Value?
  {
    guard let pairs = node.mapping else {
      report("\(name) is not a mapping, but \(found)", fix: fix)
      return nil
    }
    let mapping = YAMLMapping(of: self, pairs: pairs.map { ($0.key, $0.value) })
    let value = body(mapping)
    mapping.reportUnknownKeys()
    return value
  }
}

extension String {
  /// Short, and without what would break the line of a message.
  var shortened: String {
    let printable = unicodeScalars.prefix(41).map { scalar in
      scalar.properties.generalCategory == .control ? "·" : String(scalar)
    }
    return printable.count > 40 ? printable.prefix(40).joined() + "…" : printable.joined()
  }
}
