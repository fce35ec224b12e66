import ExitCodes

/// All that the exporter is told: by the environment, and by the files that it names.
struct Configuration: Sendable, Equatable {
  let settings: ExporterSettings
  let targets: [Target]
}

/// What became of it all.
struct ConfigurationOutcome: Sendable, Equatable {
  /// Nil when there is any mistake.
  let configuration: Configuration?
  /// Every mistake, a line each.
  let mistakes: [String]
  /// What was tolerated, a line each.
  let warnings: [String]
  /// What the command ends with when there are mistakes.
  let exitCode: ExitCode
}

extension Configuration {
  /// Reads the environment, and the files that it names, as they are now; blocks while it does.
  static func read(environment: [String: String], files: any FileTree) -> ConfigurationOutcome {
    let settings = SettingsReader.read(environment: environment, files: files)
    let path = environment[SettingName.targetsFile.rawValue].flatMap { $0.isEmpty ? nil : $0 }
    let targets = path.map { TargetsFile.read(path: $0, files: files) } ?? .none
    let configuration = settings.settings.flatMap { settings in
      targets.targets.map { Configuration(settings: settings, targets: $0) }
    }
    return ConfigurationOutcome(
      configuration: configuration, mistakes: settings.mistakes.map(\.description) + targets.mistakes,
      warnings: settings.warnings + targets.warnings,
      exitCode: settings.mistakes.isEmpty ? .badConfiguration : .usage)
  }
}

extension TargetsOutcome {
  /// That of no file.
  fileprivate static var none: TargetsOutcome { TargetsOutcome(targets: [], mistakes: [], warnings: []) }
}
