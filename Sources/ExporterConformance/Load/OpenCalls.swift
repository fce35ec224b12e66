import Foundation
import Synchronization

/// How many connections to the API are open at the same time, watched until somebody says that it is enough.
///
/// A call that is not answered holds a connection of its own, whatever client makes it.
final class OpenCalls: Sendable {
  private struct Storage {
    var most = 0
    var isOver = false
  }

  private let port: Int
  private let storage = Mutex(Storage())

  /// Watches connections to a port of this machine.
  init(port: Int) {
    self.port = port
  }

  /// Ends the watching.
  func stop() { storage.withLock { $0.isOver = true } }

  /// The most connections until ``stop()``.
  func most() async -> Int {
    await Waiting.until(within: .seconds(86_400)) {
      let open = Self.open(on: port)
      return storage.withLock { storage in
        storage.most = max(storage.most, open)
        return storage.isOver
      }
    }
    return storage.withLock { $0.most }
  }

  /// - Source: proc(5) `/proc/net/tcp`: number, local address and port, remote ones, state; 01 is established.
  static func open(on port: Int) -> Int {
    // Of a file without a size FileManager reads one page; without /proc nothing is open.
    let table = try? FileHandle(forReadingAtPath: "/proc/net/tcp")?.readToEnd()
    let digits = String(port, radix: 16, uppercase: true)
    let suffix = ":" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return String(decoding: table ?? Data(), as: UTF8.self).split(separator: "\n").count { line in
      let words = line.split(separator: " ", maxSplits: 4)
      return words.count > 4 && words[1].hasSuffix(suffix) && words[3] == "01"
    }
  }
}
