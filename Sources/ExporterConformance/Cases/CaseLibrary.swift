import ConformanceKit
import FoundationEssentials
public import Scenarios

/// The cases of a suite, read from the shipped ones or from a folder.
public struct CaseLibrary: Sendable {
  /// The cases, in the order of their slugs.
  public let cases: [ConformanceCase]

  /// A case file that is not yet read.
  public struct Source: Sendable, Equatable {
    /// The case's name, from the folder and the name of its file.
    public var slug: String
    /// What diagnostics call the file.
    public var file: String
    /// The text of the file; nil when the file cannot be read.
    public var bytes: [UInt8]?

    /// Wraps the text of a case.
    public init(slug: String, file: String, bytes: [UInt8]?) {
      self.slug = slug
      self.file = file
      self.bytes = bytes
    }
  }

  /// A suite of these cases.
  init(of cases: [ConformanceCase]) {
    self.cases = cases.sorted { $0.slug < $1.slug }
  }

  /// Reads every source; throws the mistakes of all files at once.
  public init(_ sources: [Source]) throws(ScenarioProblems) {
    var cases: [ConformanceCase] = []
    var diagnostics: [Diagnostic] = []
    for source in sources {
      do throws(ScenarioProblems) {
        cases.append(try ConformanceCase(source))
      } catch {
        diagnostics += error.diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw ScenarioProblems(diagnostics) }
    self.init(of: cases)
  }
}

extension CaseLibrary {
  /// The cases that come with the command.
  public static func shipped() throws(ScenarioProblems) -> CaseLibrary {
    try CaseLibrary(
      ShippedCases.all.map { Source(slug: $0.slug, file: "\($0.slug).yaml", bytes: Array($0.yaml.utf8)) })
  }

  /// The cases in a folder, `GROUP/NAME.yaml` each.
  public static func folder(_ path: String) throws -> CaseLibrary {
    try CaseLibrary(sources(inFolder: path))
  }

  /// The case files in a folder, in the order of their names; throws ``CaseFolderError``.
  static func sources(inFolder path: String) throws(CaseFolderError) -> [Source] {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    var sources: [Source] = []
    for name in try files(under: folder) {
      let file = "\(folder)/\(name)"
      let data = FileManager.default.contents(atPath: file)
      sources.append(
        Source(slug: String(name.dropLast(suffix.count)), file: file, bytes: data.map { Array($0) }))
    }
    guard !sources.isEmpty else { throw .empty(path) }
    return sources
  }

  private static let suffix = ".yaml"

  /// Case files in a folder and in the folders in it; one that lies too high is found, and refused for its
  /// name.
  private static func files(under folder: String) throws(CaseFolderError) -> [String] {
    let names = try entries(of: folder)
    var files = names.filter { $0.hasSuffix(suffix) }
    for group in names where !group.hasSuffix(suffix) {
      var isDirectory = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(group)", isDirectory: &isDirectory),
        isDirectory
      else { continue }
      files += try entries(of: "\(folder)/\(group)").filter { $0.hasSuffix(suffix) }.map { "\(group)/\($0)" }
    }
    return files
  }

  private static func entries(of folder: String) throws(CaseFolderError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .unreadable(folder)
    }
  }
}

/// Why a folder of cases could not be read.
public enum CaseFolderError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder, or one in it, cannot be read.
  case unreadable(String)
  /// There is no case file in the folder.
  case empty(String)

  /// One line with the fix.
  public var description: String {
    switch self {
    case .unreadable(let path): "error: `\(path)` cannot be read. Fix: check the path and its permissions"
    case .empty(let path): "error: no case lies in `\(path)`. Fix: put cases there as GROUP/NAME.yaml"
    }
  }
}
