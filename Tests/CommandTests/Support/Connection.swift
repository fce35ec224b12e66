import Glibc

/// A connection to a port of this machine.
final class Connection {
  private let descriptor: Int32

  /// Connects; throws when nobody listens.
  init(to port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.address(port)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw NobodyListens(port: port) }
  }

  deinit { close(descriptor) }

  /// Sends a GET and returns what comes back at once.
  func get(_ target: String) -> String {
    let request = Array("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    send(descriptor, request, request.count, Int32(MSG_NOSIGNAL))
    return read()
  }

  /// Sends a GET and returns the whole answer; what came of it when the server went away.
  func getWhole(_ target: String) -> String {
    ask(target)
    var answer = ""
    while true {
      let more = read()
      answer += more
      if more.isEmpty || Self.isWhole(answer) { return answer }
    }
  }

  private static func isWhole(_ answer: String) -> Bool {
    guard let head = answer.firstRange(of: "\r\n\r\n"),
      let length = answer.firstMatch(of: /(?i)content-length: (\d+)/).flatMap({ Int($0.1) })
    else { return false }
    return answer[head.upperBound...].utf8.count >= length
  }

  /// Sends JSON and returns what comes back at once.
  func post(_ target: String, _ json: String) -> String {
    let head =
      "POST \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: \(json.utf8.count)"
    let request = Array("\(head)\r\n\r\n\(json)".utf8)
    send(descriptor, request, request.count, Int32(MSG_NOSIGNAL))
    return read()
  }

  /// Sends a DELETE and returns what the first read brings.
  func delete(_ target: String) -> String {
    let request = Array("DELETE \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    send(descriptor, request, request.count, Int32(MSG_NOSIGNAL))
    return read()
  }

  /// Sends a GET whose answer nobody waits for.
  func ask(_ target: String) {
    let request = Array("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    send(descriptor, request, request.count, Int32(MSG_NOSIGNAL))
  }

  private func read() -> String {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// A port on which somebody listens for as long as the result is held.
  static func takenPort() throws -> (holder: Listener, port: UInt16) {
    let listener = try Listener()
    return (listener, listener.port)
  }

  static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }
}

/// Somebody who holds a port and answers nothing.
final class Listener {
  private let descriptor: Int32
  let port: UInt16

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Connection.address(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw NobodyListens(port: 0) }
    self.descriptor = descriptor
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }
}

/// A port that nobody listens on.
struct NobodyListens: Error {
  let port: UInt16
}
