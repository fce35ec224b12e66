import ConformanceKit
import ExporterConformance
import FoundationEssentials

/// The files that a shrunk world becomes.
struct WorldFiles {
  private let report: FuzzReport
  private let folder: String

  init(_ report: FuzzReport, in folder: String) {
    self.report = report
    self.folder = folder
  }

  /// Writes a scenario and a case for each shrunk world; answers where they lie.
  func write() throws -> [String] {
    try report.shrunk.flatMap { world in
      let rerun = report.run.facts.rerun(of: world.world.conformanceCase.slug)
      let files = [
        ("\(folder)/\(world.name).yaml", try world.scenarioFile(rerun: rerun)),
        ("\(folder)/cases/fuzz/\(world.name).yaml", try world.caseFile(rerun: rerun)),
      ]
      return try files.compactMap { path, text -> String? in
        guard let text else { return nil }
        try write(text, to: path)
        return path
      }
    }
  }

  private func write(_ text: String, to path: String) throws {
    let place = URL(filePath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try NewFile(path: path).write(text)
  }
}
