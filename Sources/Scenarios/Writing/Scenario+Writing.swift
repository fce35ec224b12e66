import Determinism

extension Scenario {
  /// The scenario as a file of which reading makes the same scenario again, behind lines of comment.
  ///
  /// Includes, curves by name and the like are written out. Throws ``ScenarioWritingError`` for the one thing that no
  /// single file can say.
  public func yaml(under comment: [String] = []) throws(ScenarioWritingError) -> String {
    try yamlValue().text(under: comment)
  }

  /// The scenario as a value, to stand in another file.
  public func yamlValue() throws(ScenarioWritingError) -> YAMLValue {
    let fleet = try FleetRun.yaml(of: servers, around: self)
    return .fields([
      "scenario": name.isEmpty ? nil : .text(name), "about": about.isEmpty ? nil : .text(about),
      "seed": .number(seed), "starts": .word(starts.iso8601), "server": server.yaml,
      "crowds": crowds.isEmpty ? nil : .mapping(crowds.map { .init($0.name, $0.yaml) }),
      "meetings": .filled(MeetingSeries.yaml(of: meetings)),
      "arrivals": .filled(arrivals.map(\.yaml)), "recordings": .filled(recordings.map(\.yaml)),
      "timeline": .filled(timeline.map(\.yaml)), "faults": .filled(faults.map(\.yaml)),
      "servers": .filled(fleet),
    ])
  }
}

/// Why a scenario cannot be written into one file.
public enum ScenarioWritingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A server of the fleet plays a day that is neither the scenario's own nor a shipped one.
  case foreignDay(server: String)

  /// One line.
  public var description: String {
    switch self {
    case .foreignDay(let server): "server `\(server)` plays a day that stands in another file"
    }
  }
}

extension ServerPlan {
  fileprivate var yaml: YAMLValue {
    .line(of: [
      "profile": .text(profile), "secret": self.secret == ServerPlan().secret ? nil : .text(secret),
      "quirks": quirks.isEmpty ? nil : .mapping(quirks.map { .init($0.name, .text($0.value)) }),
    ])
  }
}
