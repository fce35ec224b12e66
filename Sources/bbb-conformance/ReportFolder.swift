import ArgumentParser
import ConformanceKit
import FoundationEssentials

/// A folder for reports that other programs read.
struct ReportFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  private static let formats: [(file: String, format: any ReportFormat)] = [
    ("report.json", JSONReport()), ("junit.xml", JUnitReport()), ("report.md", MarkdownReport()),
    ("report.html", HTMLReport()),
  ]

  /// Makes the folder when it is not there, and empties the files: nobody shall take an older run's for this one's.
  func prepare() throws {
    try orComplain(Ending.usage) {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (file, _) in Self.formats { try write("", to: file) }
    }
  }

  /// Writes the report in every format.
  func write(_ report: RedactedReport) throws {
    try orComplain(Ending.toolDefect) {
      for (file, format) in Self.formats { try write(format.text(of: report), to: file) }
    }
  }

  private func write(_ text: String, to file: String) throws {
    try NewFile(path: "\(path)/\(file)").write(text)
  }

  private func orComplain(_ end: ArgumentParser.ExitCode, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      let reason = error.systemReason.map { " (\($0.text))" } ?? ""
      Console.complain(
        "error: the reports cannot be written into `\(path)`\(reason). Fix: name a folder that you may write to"
      )
      throw end
    }
  }
}
