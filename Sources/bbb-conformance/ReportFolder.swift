import ConformanceKit
import FoundationEssentials

/// A folder for reports that other programs read.
struct ReportFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Writes the report in every format; makes the folder when it is not there.
  func write(_ report: RedactedReport) throws {
    let formats: [(String, any ReportFormat)] = [
      ("report.json", JSONReport()), ("junit.xml", JUnitReport()), ("report.md", MarkdownReport()),
      ("report.html", HTMLReport()),
    ]
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, format) in formats {
        try Data(format.text(of: report).utf8).write(to: URL(filePath: "\(path)/\(name)"))
      }
    } catch {
      Console.complain("error: the reports cannot be written into `\(path)`: \(error)")
      throw Ending.toolDefect
    }
  }
}
