import Glibc
import NIOCore
import Synchronization

/// The ports of everything that tests listen with and somebody else may look for later.
///
/// They lie below the range from which systems take ports by themselves, and each is used once: no connection takes one
/// by chance, and whoever still calls a listener that has gone finds nobody, instead of another test's.
enum LoopbackPorts {
  private static let candidates = 10_000..<18_000
  private static let next = Mutex(Int.random(in: candidates))

  /// Binds to the next port that is free.
  static func bind(_ body: (Int) async throws -> any Channel) async throws -> any Channel {
    for _ in candidates.dropLast() {
      do {
        return try await body(take())
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        continue
      }
    }
    return try await body(take())
  }

  private static func take() -> Int {
    next.withLock { port in
      defer { port = port + 1 == candidates.upperBound ? candidates.lowerBound : port + 1 }
      return port
    }
  }
}

/// An address and a port that are free for a command, and stay so until it listens there.
///
/// The same port is held at another address of loopback meanwhile, so that nobody else, in this process or another, is
/// given it.
struct ReservedPort: Sendable {
  let host = "127.0.0.2"
  let number: Int
  private let holder: any Channel

  static func take() async throws -> ReservedPort {
    let holder = try await FakeBBB().start()
    return ReservedPort(number: holder.localAddress?.port ?? 0, holder: holder)
  }

  private init(number: Int, holder: any Channel) {
    self.number = number
    self.holder = holder
  }

  /// What tells the command to listen there.
  var variables: [String: String] { ["BIND_IP": host, "PORT": "\(number)"] }

  func giveBack() async throws { try await holder.close() }
}
