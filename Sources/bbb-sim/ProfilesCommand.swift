import ArgumentParser
import BBBAPI
import ExitCodes

/// `bbb-sim profiles`: prints how the versions differ.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "Print how the versions of BBB differ.",
    discussion: """
      Each line is a switch, how it stands in each version, and what it does. A scenario sets it under
      'server: { quirks: { NAME: VALUE } }', the command line with --quirk NAME=VALUE.

      \(ExitCode.helpTable)
      """)

  @Flag(help: "Only the switches that differ between versions.")
  var differing = false

  func run() {
    let table = ProfileTable(profiles: Profile.all)
    Console.print(table.text(switches: differing ? table.differing : ProfileSwitch.all))
  }
}

/// The switches of some profiles, side by side.
struct ProfileTable {
  let profiles: [Profile]

  /// The switches that do not stand alike in all of the profiles.
  var differing: [ProfileSwitch] {
    ProfileSwitch.all.filter { known in Set(profiles.map(known.value)).count > 1 }
  }

  /// Long lists are told below the table, so that a line fits a terminal.
  private static let widestCell = 24

  func text(switches: [ProfileSwitch]) -> String {
    let rows = switches.map { known in
      [known.name] + profiles.map { Self.cell(known.value(in: $0)) } + [known.doc]
    }
    let table = [["switch"] + profiles.map(\.name) + ["what it does"]] + rows
    let widths = (0...profiles.count).map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.map { row in
      zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
        .joined(separator: "  ") + "  " + (row.last ?? "")
    }
    return (lines + [""] + switches.map(Self.values)).joined(separator: "\n") + "\n"
  }

  private static func cell(_ value: String) -> String {
    if value.isEmpty { return "(none)" }
    return value.count > widestCell ? "\(value.split(separator: ",").count) of them" : value
  }

  private static func values(_ known: ProfileSwitch) -> String {
    "\(known.name): \(known.isList ? "some of " : "")\(known.values.joined(separator: known.isList ? "," : " | "))"
  }
}
