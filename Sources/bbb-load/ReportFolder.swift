import ExitCodes
import FoundationEssentials
import LoadEngine

/// A folder for reports that other programs read.
struct ReportFolder {
  let path: String

  /// Makes the folder when it isn't there: better before the load than behind it.
  func prepare() throws {
    try writing { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  }

  /// Writes `report.json` and the distributions.
  func write(_ report: LoadReport) throws {
    try writing {
      for (file, text) in [("report.json", report.json)] + report.distributions {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
      }
    }
  }

  private func writing(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      Console.complain("--out: nothing can be written into \(path): \(error)")
      throw ExitCode.badConfiguration.thrown
    }
  }
}
