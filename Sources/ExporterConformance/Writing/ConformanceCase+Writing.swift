import ConformanceKit
public import Scenarios

extension ConformanceCase {
  /// The case as a file of which reading makes the same case again, behind lines of comment.
  ///
  /// Throws ``ScenarioWritingError`` for a scenario that no single file can say.
  public func yaml(under comment: [String] = []) throws(ScenarioWritingError) -> String {
    let scenario: YAMLValue
    if let scenarioName { scenario = .text(scenarioName) } else { scenario = try self.scenario.yamlValue() }
    return YAMLValue.fields([
      "level": .text(level.rawValue), "about": .text(about), "contract": .texts(contract.map(\.place)),
      "settings": settings.isEmpty ? nil : .mapping(settings.map(\.yaml)), "scenario": scenario,
      "tls": .set(speaksTLS), "disk": disk.isEmpty ? nil : .mapping(disk.map(\.yaml)), plan.key: plan.yaml,
    ]).text(under: comment)
  }
}

extension Setting {
  fileprivate var yaml: YAMLValue.Entry { .init(name, value.map { .text($0) } ?? .word("null")) }
}

extension DiskEntry {
  fileprivate var yaml: YAMLValue.Entry {
    switch content {
    case .text(let text): .init(path, .text(text))
    case .entries(let names): .init(path, .texts(names))
    case .unreadable(let names): .init(path, .line(of: ["unreadable": .texts(names)]))
    case .missing: .init(path, .word("null"))
    }
  }
}

extension ConformanceCase.Plan {
  fileprivate var key: String {
    switch self {
    case .script: "script"
    case .refusal: "exit"
    }
  }

  fileprivate var yaml: YAMLValue {
    switch self {
    case .script(let steps): .list(steps.map(\.yaml))
    case .refusal(let refusal) where refusal == ConformanceCase.Refusal(): .text("refused")
    case .refusal(let refusal):
      .line(of: ["naming": refusal.naming.map { .text($0) }, "status": refusal.status.map { .number($0) }])
    }
  }
}
