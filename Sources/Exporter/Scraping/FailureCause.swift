import BBBClient

/// Why calls fail, as a label: a small closed set, so that its series never grow.
enum FailureCause: String, CaseIterable, Sendable {
  case timeout
  case dns
  case refused
  case tls
  case connection
  case redirect
  case httpStatus = "http_status"
  case webPage = "web_page"
  case unreadable
  case checksum
  case failed

  /// The kind that a failure is of.
  init(_ failure: CallFailure) {
    switch failure {
    case .late: self = .timeout
    case .unknownHost: self = .dns
    case .refused: self = .refused
    case .tls: self = .tls
    case .connection: self = .connection
    case .redirect: self = .redirect
    case .status: self = .httpStatus
    case .webPage: self = .webPage
    case .unreadable: self = .unreadable
    case .failed("checksumError", _): self = .checksum
    case .failed: self = .failed
    }
  }
}
