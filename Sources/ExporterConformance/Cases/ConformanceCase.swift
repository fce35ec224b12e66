public import ConformanceKit
public import Scenarios

/// A case: an exporter's settings, a day at a server, and what the exporter must show at which instants.
public struct ConformanceCase: Sendable {
  /// The stable name, from the path of the case's file.
  public var slug: Slug
  /// How much the case weighs.
  public var level: Level
  /// What the case holds an exporter to, in one sentence.
  public var about: String
  /// The lines of the contract that the case rests on.
  public var contract: [Citation]
  /// The exporter's environment beyond the address and the secret of the simulated server.
  public var settings: [Setting]
  /// The day at the simulated server.
  public var scenario: Scenario
  /// The name under which the scenario is shipped; nil when it stands in the case itself.
  public var scenarioName: String?
  /// Whether the server speaks TLS, with a certificate of an authority that nobody knows.
  public var speaksTLS: Bool
  /// What the exporter finds on its disk.
  public var disk: [DiskEntry]
  /// What is done and expected.
  public var plan: Plan

  /// What a case does with the exporter that it has started.
  public enum Plan: Sendable {
    /// Goes through instants of the day.
    case script([Step])
    /// Expects the exporter to end by itself, with a status other than 0, and without ever listening.
    case refusal(Refusal)
  }

  /// Whether nothing may run beside it.
  var runsAlone: Bool { level == .informative }

  /// How an exporter must refuse to start.
  public struct Refusal: Sendable, Equatable {
    /// The variable that its output must name; nil when any output will do.
    public var naming: String?
    /// The exit status; nil when any but 0 will do.
    public var status: Int?
  }
}

extension ConformanceCase {
  /// The loads that are as long as `--soak` says.
  var soaks: [LoadPlan] {
    guard case .script(let steps) = plan else { return [] }
    return steps.compactMap(\.load).filter(\.isSoak)
  }

  /// The steps of its script; none where the exporter must refuse to start.
  var steps: [Step] { if case .script(let steps) = plan { steps } else { [] } }
}

/// A variable of the exporter's environment.
public struct Setting: Sendable, Equatable {
  /// The variable.
  public var name: String
  /// Its value, `{server}`, `{secret}` and `{ca}` not yet filled in; nil takes the variable out of the environment.
  public var value: String?

  /// Sets a variable, or takes it away.
  public init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }
}

/// A file, or a directory with entries, on the exporter's disk.
public struct DiskEntry: Sendable, Equatable {
  /// An absolute path without `..`, under one of ``DiskEntry/roots``.
  public var path: String
  /// What is there.
  public var content: Content

  /// The content of a file, or the entries of a directory.
  public enum Content: Sendable, Equatable {
    /// A file with this text, `{secret}` not yet filled in.
    case text(String)
    /// A directory with empty files of these names; a name that ends in `/` is a directory.
    case entries([String])
    /// The same, and the exporter may not look into it.
    case unreadable([String])
    /// Nothing, whatever this machine has there.
    case missing
  }

  /// The directories of which a case may show the exporter its own.
  public static let roots = ["/var/bigbluebutton", "/etc/bigbluebutton"]
}
