import FoundationEssentials
import Wording

/// The text of a scenario and the name under which messages speak of it.
public struct ScenarioSource: Sendable, Equatable {
  /// What diagnostics call the file: its path, or the name of a shipped scenario with `.yaml`.
  public let file: String
  /// The text as it lies in the file.
  public let bytes: [UInt8]
  /// Where files that it includes are looked for; nil for a text that did not come from a file and may include
  /// shipped scenarios only, since anybody may have sent it.
  let folder: String?

  /// Wraps a text.
  public init(file: String, bytes: [UInt8]) {
    self.init(file: file, bytes: bytes, folder: nil)
  }

  init(file: String, bytes: [UInt8], folder: String?) {
    self.file = file
    self.bytes = bytes
    self.folder = folder
  }

  /// Reads the text; throws every mistake at once.
  public func scenario() throws(ScenarioProblems) -> Scenario {
    try Scenario.load(self)
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
    return ScenarioSource(file: path, bytes: Array(data), folder: folder(of: path))
  }

  /// The part of a path before the last slash, with the slash; empty for the working directory.
  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)])
  }

  /// Finds what this text means by a name or path: names are shipped scenarios, paths start from its own folder.
  func resolve(_ nameOrPath: String) throws(ScenarioSourceError) -> ScenarioSource {
    let isPath =
      nameOrPath.contains("/") || nameOrPath.hasSuffix(".yaml") || nameOrPath.hasSuffix(".yml")
    guard isPath else { return try .shipped(named: nameOrPath) }
    guard let folder else { throw .outside(nameOrPath) }
    return try .file(at: nameOrPath.hasPrefix("/") ? nameOrPath : folder + nameOrPath)
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
  /// A shipped scenario, or one that came over the wire, asks for a file.
  case outside(String)
}

extension ScenarioSourceError: CustomStringConvertible {
  /// One line in the form of a ``Diagnostic``, without a place.
  public var description: String { "error: \(summary) (\(cause)). Fix: \(fix)" }

  private var summary: String {
    switch self {
    case .unknownName(let name): "unknown scenario `\(FieldReader.shortened(name))`"
    case .missingFile(let path): "there is no file `\(path)`"
    case .directory(let path): "`\(path)` is a directory"
    case .unreadableFile(let path): "`\(path)` cannot be read"
    case .outside(let path): "`\(FieldReader.shortened(path))` is out of reach"
    }
  }

  private var cause: String {
    switch self {
    case .unknownName: "shipped are \(Suggestion.listed(Self.shippedNames)), and no file has this name"
    case .missingFile: "looked from the working directory"
    case .directory: "a scenario is one file"
    case .unreadableFile: "the system refused it"
    case .outside: "only a scenario in a file may name other files"
    }
  }

  /// What is wrong, as the reason of a diagnostic.
  var reason: String { "\(summary), \(cause)" }

  /// What would put it right.
  var fix: String {
    switch self {
    case .unknownName(let name):
      NearestName.of(name, among: Self.shippedNames).map { "did you mean `\($0)`?" }
        ?? "use one of them, or the path of a file"
    case .missingFile: "check the path"
    case .directory: "name a file in it"
    case .unreadableFile: "check its permissions"
    case .outside: "name a shipped scenario"
    }
  }

  private static var shippedNames: [String] { ShippedScenarios.all.map(\.name) }
}
