import Foundation
import Scenarios
import Testing

@testable import SimulatorServer

/// Speaks to the control API and reads JSON.
struct ControlTalk {
  let talk: Conversation
  var prefix = ""

  /// Asks with a JSON body, or none.
  func ask(
    _ method: String, _ path: String, _ body: String = "", type: String = "application/json",
    headers: String = ""
  ) async throws -> WireAnswer {
    let contentType = body.isEmpty ? "" : "Content-Type: \(type)\r\n"
    return try await talk.get(
      "\(prefix)/_sim\(path)", method: method, headers: headers + contentType, body: body)
  }

  /// The same, for something that must work.
  @discardableResult
  func json(_ method: String, _ path: String, _ body: String = "", type: String = "application/json")
    async throws
    -> [String: Any]
  {
    let answer = try await ask(method, path, body, type: type)
    #expect((200...201).contains(answer.status), "\(method) \(path): \(answer.text)")
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
  }

  func list(_ method: String, _ path: String, _ body: String = "") async throws -> [[String: Any]] {
    let answer = try await ask(method, path, body)
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [[String: Any]])
  }

  /// The same, for something that must be refused; what is wrong and the fix, in one line.
  func refusal(_ status: Int, _ method: String, _ path: String, _ body: String = "") async throws -> String {
    let answer = try await ask(method, path, body)
    #expect(answer.status == status, "\(method) \(path) \(body): \(answer.text)")
    let refusal = try JSONDecoder().decode(RefusalAnswer.self, from: Data(answer.body))
    #expect(refusal.status == answer.status && !refusal.error.isEmpty && !refusal.fix.isEmpty)
    return "\(refusal.error) | \(refusal.fix)"
  }

  /// The people of a meeting by name.
  func people(of meeting: String) async throws -> [String: [String: Any]] {
    let meetings = try await json("GET", "/world")["meetings"] as? [[String: Any]] ?? []
    let found = meetings.first { $0["meetingID"] as? String == meeting }
    let people = found?["attendees"] as? [[String: Any]] ?? []
    return Dictionary(people.map { ($0["fullName"] as? String ?? "", $0) }) { first, _ in first }
  }
}

extension SimulatedServer {
  /// Listens, and lets a test speak to the control API.
  func whileControlled(_ body: @escaping @Sendable (ControlTalk) async throws -> Void) async throws {
    try await whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { try await body(ControlTalk(talk: $0)) }
    }
  }

  /// Lecture day, 31 minutes in.
  static func lectureDay() throws -> SimulatedServer {
    try .frozen(.shipped(named: "lecture-day"), at: .seconds(31 * 60))
  }
}
