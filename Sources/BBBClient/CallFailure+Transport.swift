import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension CallFailure {
  /// What an error of the transport means to somebody who looks after a server.
  package init(transport error: any Error) {
    switch error {
    case let failure as CallFailure: self = failure
    case is CancellationError: self = .late
    case let error as HTTPClientError: self.init(client: error)
    case let error as HTTPParserError: self.init(parsing: error)
    case let error as NIOConnectionError: self.init(connecting: error)
    case let error as IOError: self.init(io: error)
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: self.init(handshake: error)
    default: self = .connection(reason: "\(error)".singleLine)
    }
  }

  private init(client error: HTTPClientError) {
    switch error {
    case .cancelled, .deadlineExceeded, .connectTimeout: self = .late
    case .remoteConnectionClosed: self = .closed
    default: self = .connection(reason: error.shortDescription)
    }
  }

  private init(parsing error: HTTPParserError) {
    self = error == .invalidEOFState ? .closed : .connection(reason: "no HTTP: \(error)".singleLine)
  }

  /// BoringSSL hides its reason, such as `CERTIFICATE_VERIFY_FAILED`, between a marker and a blank.
  private init(handshake error: any Error) {
    let text = "\(error)"
    let parts = text.split(separator: "OPENSSL_internal:", maxSplits: 1)
    let reason = parts.count == 2 ? String(parts[1].prefix { $0 != " " }) : text
    self = .tls(reason: reason.singleLine)
  }

  private static let closed = CallFailure.connection(reason: "closed by the server")

  private init(connecting error: NIOConnectionError) {
    if let first = error.connectionErrors.first {
      self.init(transport: first.error)
    } else if error.dnsAError != nil || error.dnsAAAAError != nil {
      self = .unknownHost
    } else {
      self = .connection(reason: "no address could be reached")
    }
  }

  private init(io error: IOError) {
    // ECONNREFUSED on Linux; the number keeps this file free of the C library.
    self = error.errnoCode == 111 ? .refused : .connection(reason: error.description.singleLine)
  }
}
