import BBBAPI
import FoundationEssentials

/// The environment in which the exporter under test is started: what the contract documents, and nothing of
/// the judge's.
struct ExporterEnvironment: Sendable {
  /// What a program needs to run at all.
  private static let kept = ["PATH", "HOME", "TMPDIR"]

  /// The variables.
  let variables: [String: String]

  /// The environment for an exporter that reads the API at `server` and listens on `port`.
  ///
  /// In the settings of a case `{server}` stands for the server's address and `{secret}` for its secret.
  init(server: String, secret: SharedSecret, port: Int, settings: [Setting]) {
    let inherited = ProcessInfo.processInfo.environment
    var variables = Dictionary(
      Self.kept.compactMap { name in inherited[name].map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    variables["API_BASE_URL"] = server + "/bigbluebutton/api/"
    variables["API_SECRET"] = secret.reveal
    variables["PORT"] = String(port)
    variables["BIND_IP"] = LoopbackPort.host
    for setting in settings {
      variables[setting.name] = setting.value?
        .replacing("{server}", with: server).replacing("{secret}", with: secret.reveal)
    }
    self.variables = variables
  }
}
