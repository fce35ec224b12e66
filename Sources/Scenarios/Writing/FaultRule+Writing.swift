import BBBAPI

extension FaultRule {
  /// An entry of `faults`.
  public var yaml: YAMLValue {
    let when = YAMLValue.fields([
      "from": from.map { .duration($0) }, "to": to.map { .duration($0) },
      "on": Self.names(calls.map { $0.rawValue.isEmpty ? "index" : $0.rawValue }),
      "state": Self.names(states.map(\.rawValue)), "first": first.map { .number($0) },
      "every": every.map { .number($0) }, "chance": chance == 1 ? nil : .word(NumberText.share(chance)),
    ])
    guard case .mapping(let entries) = when else { preconditionFailure("a rule is not written as a mapping") }
    let (key, value) = effect.yaml
    return .line(.mapping(entries + [.init(key, value)]))
  }

  /// One name by itself, several as a list in the order of the alphabet.
  private static func names(_ names: [String]) -> YAMLValue? {
    switch names.count {
    case 0: nil
    case 1: .text(names[0])
    default: .texts(names.sorted())
    }
  }
}

extension FaultRule.Effect {
  /// The key of ``FaultKind`` and what stands behind it.
  fileprivate var yaml: (key: String, value: YAMLValue) {
    switch self {
    case .latency(let time): ("latency", time.yaml)
    case .stale(let age): ("stale", .duration(age))
    case .status(let code, nil): ("status", .number(code))
    case .status(let code, let pause?):
      ("status", .fields(["code": .number(code), "retry after": .duration(pause)]))
    case .html: ("html", .word("true"))
    case .failed(let failure):
      ("failed", .fields(["key": .text(failure.messageKey), "message": .text(failure.message)]))
    case .truncated, .dripped, .slowHead, .contentLength, .duplicated, .endless, .reset, .close, .hang:
      sending
    case .empty, .garbage, .malformed, .hostile, .edit, .contentType: damaging
    }
  }

  private var sending: (key: String, value: YAMLValue) {
    switch self {
    case .truncated(let bytes, false): ("truncated", .number(bytes))
    case .truncated(let bytes, true):
      ("truncated", .fields(["bytes": .number(bytes), "chunked": .word("true")]))
    case .dripped(let bytes, let pause):
      ("drip", .fields(["bytes": .number(bytes), "every": .duration(pause)]))
    case .slowHead(let pause): ("slow head", .duration(pause))
    case .contentLength(let length): ("content length", .number(length))
    case .duplicated: ("duplicated", .word("true"))
    case .endless: ("endless", .word("true"))
    case .close: ("close", .word("true"))
    case .hang: ("hang", .word("true"))
    default: ("reset", .word("true"))
    }
  }

  private var damaging: (key: String, value: YAMLValue) {
    switch self {
    case .garbage(let bytes): ("garbage", .number(bytes))
    case .malformed(let damage): ("malformed", .text(damage.rawValue))
    case .hostile(let trap): ("hostile", .text(trap.rawValue))
    case .edit(let edits): ("edit", .list(edits.map(\.yaml)))
    case .contentType(let type): ("content type", .text(type))
    default: ("empty", .word("true"))
    }
  }
}

extension DocumentEdit {
  fileprivate var yaml: YAMLValue {
    switch self {
    case .remove(let path): .fields(["remove": .text(path.text)])
    case .double(let path): .fields(["double": .text(path.text)])
    case .text(let path, let text): .fields(["text": .fields(["at": .text(path.text), "is": .text(text)])])
    case .insert(let path, let markup):
      .fields(["insert": .fields(["into": .text(path.text), "xml": .text(markup)])])
    case .replace(let text, let other):
      .fields(["replace": .fields(["text": .text(text), "by": .text(other)])])
    }
  }
}

extension ElementPath {
  /// The path as it is written, `meetings/meeting[2]`.
  public var text: String {
    steps.map { $0.name + ($0.number.map { "[\($0)]" } ?? "") }.joined(separator: "/")
  }
}
