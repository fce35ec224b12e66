import BBBAPI
import BBBClient
import ConformanceKit

/// Why there is nothing to be judged at an address, and what to do about it.
public struct Obstacle: Error, Sendable, Equatable {
  /// Where the obstacle stands, in the order in which a request passes these places.
  public enum Place: String, Sendable, CaseIterable {
    case dns = "DNS"
    case tcp = "TCP"
    case tls = "TLS"
    case http = "HTTP"
    case secret
  }

  /// Where it stands.
  public let place: Place
  /// What is wrong, in one line without the address.
  public let what: String
  /// What a person can do about it.
  public let fix: String
}

extension Obstacle {
  /// What a request that brought no answer ran into.
  init(_ failure: CallFailure, on base: APIBase) {
    switch failure {
    case .unknownHost:
      self.init(.dns, "the host name has no address", "correct the host, or the DNS of this machine")
    case .refused:
      self.init(.tcp, "connection refused", "correct the port, or start the server")
    case .tls(let reason): self.init(.tls, reason, Self.fix(ofTLS: reason))
    case .late:
      self.init(.http, "no whole answer in time", "look at the server's load, or give it more with --timeout")
    default:
      let isPlain = base.isSecure ? "" : "; if the server speaks TLS there, use https://"
      self.init(.tcp, failure.description, "look what answers there (curl -i)" + isPlain)
    }
  }

  private static func fix(ofTLS reason: String) -> String {
    switch reason {
    case "CERTIFICATE_VERIFY_FAILED": "name the authority that signed the server's certificate with --ca"
    case "WRONG_VERSION_NUMBER": "no TLS is spoken at that port; use http://, or correct the port"
    default: "look at host name and date of the server's certificate"
    }
  }

  /// What stands where an API should be.
  init(_ answer: Answer, at base: APIBase) {
    switch answer.status {
    case 404, 410:
      self.init(
        .http, "status \(answer.status): there is no API at \(base.path)",
        "correct the path; bbb-conf --secret prints the address on the server")
    case 300..<400:
      self.init(
        .http, "status \(answer.status), a redirect, which is not followed",
        "give the address it leads to, or let the API past the log-in")
    case 401, 403:
      self.init(
        .http, "status \(answer.status): something in front of the API lets nobody in",
        "let this machine past the log-in or address filter")
    case 500...:
      self.init(
        .http, "status \(answer.status): what is behind the web server does not answer",
        "start it (bbb-conf --status)")
    default:
      let isPage = answer.mediaType == "text/html" || answer.text.prefix(200).lowercased().contains("<html")
      self.init(
        .http, isPage ? "a web page instead of XML" : "no answer of BigBlueButton: \(answer)",
        "correct host and path; bbb-conf --secret prints the address on the server")
    }
  }

  fileprivate static let secret = Obstacle(
    .secret, "the server refuses the secret with checksumError, whatever the hash",
    "give what bbb-conf --secret prints on this very server")

  fileprivate static let disabled = Obstacle(
    .http, "the server says apiNotEnabled", "set serviceEnabled=true in bigbluebutton.properties")

  private init(_ place: Place, _ what: String, _ fix: String) {
    (self.place, self.what, self.fix) = (place, what, fix)
  }
}

extension APITarget {
  /// Looks whether something is there that can be judged: an answer, a BBB API, and one that takes the secret.
  ///
  /// Asks for the version page and whether an unknown meeting is running; makes nothing.
  public func obstacle() async -> Obstacle? {
    do throws(CallFailure) {
      let page = try await look(at: Question(.index), nil)
      let answer = try await look(at: probe, Signature())
      guard answer.response != nil else {
        // With the version page alone there is at least something to judge.
        return page.response == nil ? Obstacle(answer, at: base) : nil
      }
      if answer.messageKey == APIFailure.apiNotEnabled.messageKey { return .disabled }
      return try await refusesEverybody(answer) ? .secret : nil
    } catch {
      return Obstacle(error, on: base)
    }
  }

  private func refusesEverybody(_ answer: Answer) async throws(CallFailure) -> Bool {
    guard answer.messageKey == APIFailure.checksumMismatch.messageKey else { return false }
    for algorithm in ChecksumAlgorithm.allCases where algorithm != .sha256 {
      let other = try await look(at: probe, Signature(algorithm: algorithm))
      if other.messageKey != answer.messageKey { return false }
    }
    return true
  }

  private var probe: Question {
    Question(.isMeetingRunning, ["meetingID": OwnMeeting(0, of: "judge/probe", seed: seed).meetingID])
  }

  func look(at question: Question, _ signature: Signature?) async throws(CallFailure) -> Answer {
    try await answer(to: question, at: url(of: question, signature), place: question.title)
  }
}
