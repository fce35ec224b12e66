import ArgumentParser
import ConformanceKit
import ExporterConformance
import Scenarios

/// Where cases come from; the same for every subcommand.
struct CaseOptions: ParsableArguments {
  @Option(
    name: .customLong("cases"),
    help: ArgumentHelp("Read cases from a folder, GROUP/NAME.yaml each.", valueName: "dir"))
  var folder: String?

  /// The cases; with a mistake in any of them, all mistakes are printed and the command ends.
  func library() throws -> CaseLibrary {
    do {
      return try folder.map(CaseLibrary.folder) ?? CaseLibrary.shipped()
    } catch {
      Console.complain("\(error)")
      throw Ending.badConfiguration
    }
  }
}
