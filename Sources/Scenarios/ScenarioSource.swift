import FoundationEssentials

/// The text of a scenario and the name under which messages speak of it.
public struct ScenarioSource: Sendable, Equatable {
  /// What diagnostics call the file: its path, or the name of a shipped scenario with `.yaml`.
  public let file: String
  /// The text as it lies in the file.
  public let bytes: [UInt8]

  /// Wraps a text.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// Reads the text; throws every mistake at once.
  public func scenario() throws(ScenarioProblems) -> Scenario {
    try Scenario.load(bytes: bytes, file: file)
  }
}

extension ScenarioSource {
  /// Finds a scenario by the name of a shipped one or by the path of a file.
  ///
  /// What contains `/` or ends in `.yaml` or `.yml` is a path; anything else is a name first, and a file after that.
  public static func resolve(_ nameOrPath: String) throws(ScenarioSourceError) -> ScenarioSource {
    let isPath = nameOrPath.contains("/") || nameOrPath.hasSuffix(".yaml") || nameOrPath.hasSuffix(".yml")
    let isShipped = ShippedScenarios.all.contains { $0.name == nameOrPath }
    if isPath || !isShipped && FileManager.default.fileExists(atPath: nameOrPath) {
      return try file(at: nameOrPath)
    }
    return try shipped(named: nameOrPath)
  }

  /// The shipped scenario of a name.
  public static func shipped(named name: String) throws(ScenarioSourceError) -> ScenarioSource {
    guard let shipped = ShippedScenarios.all.first(where: { $0.name == name }) else {
      throw .unknownName(name)
    }
    return ScenarioSource(file: "\(name).yaml", bytes: Array(shipped.yaml.utf8))
  }

  /// The scenario in a file.
  public static func file(at path: String) throws(ScenarioSourceError) -> ScenarioSource {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .missingFile(path)
    }
    guard !isDirectory else { throw .directory(path) }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadableFile(path) }
    return ScenarioSource(file: path, bytes: Array(data))
  }
}

extension Scenario {
  /// Reads a shipped scenario.
  ///
  /// Throws ``ScenarioSourceError/unknownName(_:)``; the shipped ones themselves are free of mistakes, or throw
  /// ``ScenarioProblems``.
  public static func shipped(named name: String) throws -> Scenario {
    try ScenarioSource.shipped(named: name).scenario()
  }
}

/// Why there is no scenario to read.
public enum ScenarioSourceError: Error, Sendable, Equatable {
  /// Neither a shipped scenario nor a file has this name.
  case unknownName(String)
  /// There is no file at this path.
  case missingFile(String)
  /// At this path lies a directory.
  case directory(String)
  /// The file is there and cannot be read.
  case unreadableFile(String)
}

extension ScenarioSourceError: CustomStringConvertible {
  /// One line in the form of a ``Diagnostic``, without a place.
  public var description: String {
    switch self {
    case .unknownName(let name):
      let names = ShippedScenarios.all.map(\.name)
      let nearest = Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
      return
        "error: unknown scenario `\(FieldReader.shortened(name))` (shipped are \(Suggestion.listed(names)),"
        + " and no file has this name). Fix: \(nearest ?? "use one of them, or the path of a file")"
    case .missingFile(let path):
      return "error: there is no file `\(path)` (looked from the working directory). Fix: check the path"
    case .directory(let path):
      return "error: `\(path)` is a directory (a scenario is one file). Fix: name a file in it"
    case .unreadableFile(let path):
      return "error: `\(path)` cannot be read (the system refused it). Fix: check its permissions"
    }
  }
}
