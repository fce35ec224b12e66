import Foundation
import Synchronization

/// Clients that create and join without pause, each on its own connection, and remember what was acknowledged.
final class SigningCrowd: Sendable {
  private let port: UInt16
  private let connections: Int
  private let acknowledged = Mutex<[String]>([])
  private let isStopped = Mutex(false)
  private let finished = DispatchGroup()

  init(port: UInt16, connections: Int) {
    self.port = port
    self.connections = connections
  }

  func start() {
    for client in 0..<connections {
      finished.enter()
      Thread.detachNewThread { [self] in
        work(client)
        finished.leave()
      }
    }
  }

  /// Waits until so many meetings and people were acknowledged; they come by themselves.
  func wait(forAcknowledged count: Int) {
    while acknowledged.withLock({ $0.count }) < count { sched_yield() }
  }

  /// Lets everybody finish, and says what was acknowledged.
  func stop() -> [String] {
    isStopped.withLock { $0 = true }
    finished.wait()
    return acknowledged.withLock { $0 }
  }

  private func work(_ client: Int) {
    // A server that was killed takes nobody any more, which is what is being tested.
    guard let connection = try? Connection(to: port) else { return }
    var number = 0
    while !isStopped.withLock({ $0 }) {
      let (meeting, person) = ("room-\(client)-\(number)", "person-\(client)-\(number)")
      number += 1
      let created = connection.getWhole(Self.target("create", "name=Demo&meetingID=\(meeting)"))
      guard created.contains("<returncode>SUCCESS") else { return }
      acknowledged.withLock { $0.append(meeting) }
      let join = "meetingID=\(meeting)&fullName=\(person)&role=VIEWER&redirect=false"
      guard connection.getWhole(Self.target("join", join)).contains("<returncode>SUCCESS") else { return }
      acknowledged.withLock { $0.append(person) }
    }
  }

  /// The target of a call, signed for two-rooms.
  static func target(_ call: String, _ query: String) -> String {
    let signed = query.isEmpty ? "" : "\(query)&"
    return "/bigbluebutton/api/\(call)?\(signed)checksum=\(SHA1.hex("\(call)\(query)demo-secret"))"
  }
}
