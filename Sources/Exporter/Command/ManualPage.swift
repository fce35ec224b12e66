import ArgumentParser
import ExitCodes

/// The manual page `bbb-exporter(1)`, made of the same tables as `--help`; `docs/bbb-exporter.1` holds it.
enum ManualPage {
  /// The page in roff, with the macros of man(7).
  static var roff: String {
    """
    .\\" Made by the tests of Exporter from the tables of --help; RECORD=1 writes it anew.
    .TH BBB-EXPORTER 1 "" "\(ExporterIdentity.name) \(ExporterIdentity.version)" "User Commands"
    .SH NAME
    \(escaped(ExporterIdentity.name)) \\- offers the state of BigBlueButton servers to Prometheus
    .SH SYNOPSIS
    .B \(escaped(ExporterIdentity.name))
    .RI [ command ]
    .RI [ options ]
    .SH DESCRIPTION
    Serves metrics of the BigBlueButton server that \\fBAPI_BASE_URL\\fR and \\fBAPI_SECRET\\fR name, and of those of a
    targets file. It is configured by environment variables; a few have an option in their place.
    \(ExporterCommand.configuration.subcommands.map(section).joined(separator: "\n"))
    .SH ENVIRONMENT
    \(SettingName.allCases.map(entry).joined(separator: "\n"))
    .SH ENDPOINTS
    \(ServedPath.allCases.map { tagged($0.path, $0.meaning) }.joined(separator: "\n"))
    .SH SIGNALS
    \(tagged("SIGHUP", "The targets file, secret files and CA files are read again. The web configuration is watched anyway."))
    \(tagged("SIGTERM, SIGINT", "Scrapes under way get what is known, and the process ends."))
    .SH EXIT STATUS
    \(ExitCodes.ExitCode.allCases.map { tagged("\($0.rawValue)", $0.meaning) }.joined(separator: "\n"))
    .SH SEE ALSO
    .BR prometheus (1),
    .BR htpasswd (1)

    """
  }

  /// A subcommand, with its options as its own help has them.
  private static func section(for command: any ParsableCommand.Type) -> String {
    let help = ExporterCommand.helpMessage(for: command, columns: 76)
    let options = help.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "OPTIONS:" }.dropFirst()
    let lines = options.reversed().drop { $0.isEmpty }.reversed()
    return """
      .SH COMMAND \(escaped((command.configuration.commandName ?? "").uppercased()))
      \(escaped(command.configuration.abstract))
      .PP
      .nf
      \(lines.map { escaped(String($0)) }.joined(separator: "\n"))
      .fi
      """
  }

  private static func entry(for name: SettingName) -> String {
    let standard = name.defaultText.map { " (default: \($0))" } ?? ""
    return tagged(name.rawValue, name.meaning + standard)
  }

  private static func tagged(_ tag: String, _ text: String) -> String {
    ".TP\n.B \(escaped(tag))\n\(escaped(text))"
  }

  /// Nothing that roff would take for a request, an escape or a hyphen.
  private static func escaped(_ text: String) -> String {
    let plain = text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      default: String(character)
      }
    }.joined()
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
