import NIOCore
import NIOPosix
import Synchronization

/// Ports of loopback: which are free, and whether anybody listens.
enum LoopbackPort {
  static let host = "127.0.0.1"

  /// Below the range from which systems take the ports of outgoing connections, so that no connection of
  /// another case takes the port between its being found free and the exporter's listening.
  private static let candidates = 18_000..<32_000
  private static let next = Mutex(Int.random(in: candidates))

  /// A port on which nobody listens, held until it is given back.
  static func reserved() async throws -> PortReservation {
    for _ in candidates {
      let port = next.withLock { port in
        port = port + 1 == candidates.upperBound ? candidates.lowerBound : port + 1
        return port
      }
      guard let reservation = await PortReservation(of: port) else { continue }
      if await canBind(port) { return reservation }
      reservation.giveBack()
    }
    throw NoFreePort()
  }

  private static func canBind(_ port: Int) async -> Bool {
    do {
      let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: host, port: port).get()
      try await channel.close()
      return true
    } catch {
      return false
    }
  }

  /// Whether a connection to the port is taken; none of it reaches the exporter's request handling.
  static func isListening(_ port: Int) async -> Bool {
    do {
      let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connectTimeout(.seconds(1)).connect(host: host, port: port).get()
      try await channel.close()
      return true
    } catch {
      return false
    }
  }
}

/// A port that no other case is given, of this judge or of another on the machine, while it is held.
///
/// The port of the same number is held in UDP, where no exporter listens: whoever holds it is known to all, and lets go of
/// it by ending.
struct PortReservation: Sendable {
  let number: Int
  private let holder: any Channel

  /// Holds the port; nil when somebody else does.
  init?(of number: Int) async {
    let bootstrap = DatagramBootstrap(group: .singletonMultiThreadedEventLoopGroup)
    do {
      holder = try await bootstrap.bind(host: LoopbackPort.host, port: number).get()
    } catch {
      return nil
    }
    self.number = number
  }

  /// Lets others have it.
  func giveBack() { holder.close(promise: nil) }
}

/// Every port that could be given to an exporter is taken.
struct NoFreePort: Error, CustomStringConvertible {
  var description: String { "no port from 18000 to 31999 is free on loopback" }
}
