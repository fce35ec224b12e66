import NIOCore

/// Why a server can't listen where it should.
public enum ListeningError: Error, Sendable, Equatable {
  /// Another program listens on the port.
  case portInUse(Int)
  /// The port is one of those that only root may take.
  case portForbidden(Int)
  /// The address belongs to another machine.
  case otherMachine(String)
  /// No name server knows the host.
  case unknownHost(String)
}

extension ListeningError: CustomStringConvertible {
  /// What is wrong and how to mend it, in one line.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use. Choose another with --port; 0 is a free one"
    case .portForbidden(let port):
      "port \(port) may not be taken by this user. Choose one from 1024 on with --port; 0 is a free one"
    case .otherMachine(let host):
      "\(host) is no address of this machine. Choose another with --host; 0.0.0.0 means every address"
    case .unknownHost(let host):
      "there is no host '\(host.printable)'. Choose another with --host, such as 127.0.0.1"
    }
  }

  /// What an error of the socket layer means; nil when it means something else.
  init?(_ error: any Error, at address: ListeningServer.Address) {
    if error is SocketAddressError || error is SocketAddressError.UnknownHost {
      self = .unknownHost(address.host)
      return
    }
    guard let error = error as? IOError else { return nil }
    // The numbers of Linux and of Darwin.
    switch error.errnoCode {
    case 98, 48: self = .portInUse(address.port)
    case 13: self = .portForbidden(address.port)
    case 99, 49: self = .otherMachine(address.host)
    default: return nil
    }
  }
}
