/// Which server a path of the API leads to, and what the call is.
///
/// The root server's API is at `/bigbluebutton/api`; another's at `/NAME/bigbluebutton/api`, and at `/NAME/api` too,
/// which is where Moodle's plug-in looks for it (moodlehq/bigbluebutton_mock).
struct ServerPlacement: Equatable {
  /// The server; nil for the root.
  let server: ServerName?
  /// What follows `…/bigbluebutton/api/`; empty for the version page, which answers at the root too (facts §1.5).
  let call: String

  /// Nil for a path that is not the API's business.
  init?(path: Substring) {
    if let rest = path.behind(Self.application) {
      guard rest.behind(Self.textTrack) == nil else { return nil }
      self.init(server: nil, behindApplication: rest)
      return
    }
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    let name = path.dropFirst().prefix { $0 != "/" }
    let behind = path[name.endIndex...]
    guard !behind.isEmpty, let server = ServerName(pathSegment: name) else { return nil }
    if let rest = behind.behind(Self.application) {
      guard rest.behind(Self.textTrack) == nil else { return nil }
      self.init(server: server, behindApplication: rest)
    } else if let rest = behind.behind(Self.api) {
      self.init(server: server, call: rest.withoutSlashes)
    } else {
      return nil
    }
  }

  private init(server: ServerName?, behindApplication rest: Substring) {
    if let call = rest.behind(Self.api) {
      self.init(server: server, call: call.withoutSlashes)
    } else if rest.isEmpty || rest == "/" {
      self.init(server: server, call: "")
    } else {
      // Beside the API there is nothing; a call's name has no slash, so this is none.
      self.init(server: server, call: "/" + rest)
    }
  }

  private init(server: ServerName?, call: String) {
    self.server = server
    self.call = call
  }

  /// Where BBB's web application lives.
  private static let application = "/bigbluebutton"
  private static let api = "/api"
  /// Beside the API: what nginx asks before it hands a track out.
  private static let textTrack = "/textTrack"

  /// What stands before the paths of this server; empty for the root.
  var prefix: String { server.map { "/" + $0.text } ?? "" }
}

extension Substring {
  /// What follows `prefix`, if the path goes on with a slash or ends there.
  fileprivate func behind(_ prefix: String) -> Substring? {
    guard utf8.starts(with: prefix.utf8) else { return nil }
    let rest = self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...]
    return rest.isEmpty || rest.utf8.first == UInt8(ascii: "/") ? rest : nil
  }

  fileprivate var withoutSlashes: String { String(drop { $0 == "/" }) }
}
