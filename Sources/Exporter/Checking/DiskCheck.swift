/// Looks at what is read from the folders of the server; nothing when nothing is.
struct DiskCheck: Sendable {
  let settings: MetricsSettings
  let files: any FileTree

  func verdict() async -> CheckVerdict? {
    guard let reading = await DiskReader(settings: settings, files: files)?.read() else { return nil }
    let problems = reading.problems + (reading.versionProblem.map { [$0] } ?? [])
    guard !problems.isEmpty else { return nil }
    return CheckVerdict(name: settings.bbbDirectory, findings: problems.map(CheckFinding.disk))
  }
}
