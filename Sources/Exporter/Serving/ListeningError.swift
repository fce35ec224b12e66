import NIOCore

/// Why the exporter cannot listen where it should.
struct ListeningError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One line that names the setting to change.
  let description: String

  init(_ error: IOError, host: String, port: Int) {
    // Numbers of Linux, which spare this file the C library.
    switch error.errnoCode {
    case 98: description = "PORT=\"\(port)\" is in use on \(host) by another process"
    case 13: description = "PORT=\"\(port)\" may not be opened by this user"
    case 99: description = "BIND_IP=\"\(host)\" is no address of this machine"
    default: description = "cannot listen on \(host), port \(port): error \(error.errnoCode)"
    }
  }
}
