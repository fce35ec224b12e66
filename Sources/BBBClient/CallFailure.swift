/// Why a call brought no usable answer; nothing in it holds a secret, a checksum or a name of a person.
public enum CallFailure: Error, Sendable, Equatable {
  /// The answer, or its end, had not come when the time was up.
  case late
  /// The host's name has no address.
  case unknownHost
  /// Nobody listens at the address.
  case refused
  /// No trusted encrypted connection came about.
  case tls(reason: String)
  /// The connection failed or broke in another way.
  case connection(reason: String)
  /// A redirect, which is not followed: the checksum would travel to who knows where.
  case redirect(status: Int)
  /// A status that is neither success nor redirect.
  case status(Int)
  /// A web page where XML was due; mostly a wrong path, a proxy's error page or a log-in form.
  case webPage
  /// XML that cannot be read.
  case unreadable(reason: String)
  /// The server understood the call and refused it.
  case failed(messageKey: String, message: String)
}

extension CallFailure {
  /// The failure that a status means; nil for 2xx.
  init?(status: UInt) {
    switch status {
    case 200..<300: return nil
    case 300..<400: self = .redirect(status: Int(status))
    default: self = .status(Int(status))
    }
  }
}

extension CallFailure: CustomStringConvertible {
  /// One line for a log, without control characters and of bounded length.
  public var description: String {
    switch self {
    case .late: "no complete answer in time"
    case .unknownHost: "the host name has no address"
    case .refused: "connection refused"
    case .tls(let reason): "TLS: \(reason)"
    case .connection(let reason): "connection: \(reason)"
    case .redirect(let status): "HTTP status \(status), a redirect, which is not followed"
    case .status(let status): "HTTP status \(status)"
    case .webPage: "a web page instead of XML; is the base URL right?"
    case .unreadable(let reason): "unreadable answer: \(reason)"
    // The message may be anything, the very request with its checksum included.
    case .failed(let key, _): "the server answered FAILED \(key.plainWord)"
    }
  }
}

extension String {
  /// The text if it looks like a message key, a single short word; whatever else it is stays out of logs.
  package var plainWord: String {
    let isPlain =
      !isEmpty && utf8.count <= 40
      && utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
      }
    return isPlain ? self : "without a key"
  }
}
