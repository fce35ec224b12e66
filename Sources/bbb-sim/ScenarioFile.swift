import ExitCodes
import Foundation

/// Where a scenario is written.
struct ScenarioFile {
  /// Nil for standard output.
  let path: String?
  let mayOverwrite: Bool

  /// Ends the command, before it has worked for nothing, when the file is there already or can't be there.
  func check() throws {
    guard let path else { return }
    if !mayOverwrite, FileManager.default.fileExists(atPath: path) {
      Console.complain("\(path) is there already. Name another file, or overwrite it with --force")
      throw ExitCode.badConfiguration.thrown
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      Console.complain("can't write into \(folder). Name a file in a directory that exists")
      throw ExitCode.badConfiguration.thrown
    }
  }

  /// Writes the text in one go.
  func write(_ text: String) throws {
    guard let path else { return Console.print(text) }
    do {
      let options: Data.WritingOptions = mayOverwrite ? .atomic : .withoutOverwriting
      try Data(text.utf8).write(to: URL(filePath: path), options: options)
    } catch {
      // What was recorded must not be lost.
      Console.complain("can't write \(path): \(error.localizedDescription). Here it is instead")
      Console.print(text)
      throw ExitCode.badConfiguration.thrown
    }
  }
}
