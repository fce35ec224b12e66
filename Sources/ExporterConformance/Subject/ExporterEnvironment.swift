import BBBAPI
import FoundationEssentials

/// The environment in which the exporter under test is started: what the contract documents, and nothing of
/// the judge's.
struct ExporterEnvironment: Sendable {
  /// What a program needs to run at all.
  private static let kept = ["PATH", "HOME"]
  /// What says nothing about the case.
  static let ofMachine = Set(kept + ["TMPDIR"])

  /// The variables.
  var variables: [String: String]

  /// The environment for an exporter that reads the API at `server`, listens on `port` and keeps its files in `folder`.
  ///
  /// In the settings of a case `{server}` stands for the server's address, `{secret}` for its secret, and `{ca}` for the
  /// file of the authority that vouches for it, which lies alone in `{ca-directory}` too.
  init(
    of check: ExporterCheck, settings: [Setting]? = nil, server: String, port: Int, folder: CaseFolder
  ) {
    let secret = check.secret.reveal
    let inherited = ProcessInfo.processInfo.environment
    var variables = Dictionary(
      Self.kept.compactMap { name in inherited[name].map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    variables["API_BASE_URL"] = server + "/bigbluebutton/api/"
    variables["API_SECRET"] = secret
    variables["PORT"] = String(port)
    variables["BIND_IP"] = LoopbackPort.host
    variables["TMPDIR"] = folder.path
    for setting in settings ?? check.conformanceCase.settings {
      variables[setting.name] = setting.value?
        .replacing("{server}", with: server).replacing("{secret}", with: secret)
        .replacing("{ca}", with: folder.authorityFile)
        .replacing("{ca-directory}", with: folder.authorityDirectory)
    }
    self.variables = variables
  }
}
