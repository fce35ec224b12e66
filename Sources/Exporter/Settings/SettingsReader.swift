import BBBAPI
import BBBClient

/// What became of the environment.
struct SettingsOutcome: Sendable, Equatable {
  /// The settings; nil when there is any mistake.
  let settings: ExporterSettings?
  /// All mistakes, in the order in which the settings are read.
  let mistakes: [SettingMistake]
  /// What was tolerated, a line each.
  let warnings: [String]
}

/// Reads settings from an environment and collects every mistake on the way.
///
/// An empty variable counts as one that is not set, as compose files and env files leave them.
struct SettingsReader {
  private(set) var environment: [String: String]
  let files: any FileTree
  var mistakes: [SettingMistake] = []
  var warnings: [String] = []

  init(environment: [String: String], files: any FileTree) {
    self.environment = environment
    self.files = files
  }

  /// Reads and checks all variables, the paths among them against the file system.
  static func read(
    environment: [String: String], files: any FileTree = LocalFileTree()
  ) -> SettingsOutcome {
    var reader = SettingsReader(environment: environment, files: files)
    let settings = reader.settings()
    return SettingsOutcome(
      settings: reader.mistakes.isEmpty ? settings : nil, mistakes: reader.mistakes, warnings: reader.warnings
    )
  }

  private mutating func settings() -> ExporterSettings? {
    refuseQuotationMarks()
    let server = watchedServer()
    let serving = servingSettings()
    let metrics = metricsSettings()
    return ExporterSettings(
      server: server, targetsFile: given(.targetsFile), metrics: metrics, serving: serving, log: logSettings()
    )
  }

  /// Docker's env files keep the quotation marks that shells take away. The rest is read as if there were none, so that
  /// one mistake is told once; a secret tells of its own.
  private mutating func refuseQuotationMarks() {
    for name in SettingName.allCases where name != .apiSecret {
      guard let value = given(name)?.unquotedText else { continue }
      refuse(name, "must not stand in quotation marks, which env files keep: remove them")
      environment[name.rawValue] = String(value)
    }
  }

  /// The value, if the variable is set and not empty.
  func given(_ name: SettingName) -> String? {
    environment[name.rawValue].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The value, or its default.
  func text(_ name: SettingName) -> String {
    given(name) ?? name.defaultText ?? ""
  }

  /// Notes that the value of a variable breaks a rule.
  mutating func refuse(_ name: SettingName, _ rule: String) {
    mistakes.append(SettingMistake(name, value: given(name), rule))
  }
}
