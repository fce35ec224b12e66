import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Testing

@testable import SimulatorServer

/// Whose turn it is, without a socket.
@Suite struct ConnectionStateMachineTests {
  private static func head(_ path: String) -> HTTPRequestPart {
    .head(HTTPRequest(method: .get, scheme: "http", authority: "a", path: path))
  }

  private static let api = head("/bigbluebutton/api")
  private static let page = head("/_sim/clock")
  private static let end = HTTPRequestPart.end(nil)

  private static func body(_ bytes: Int) -> HTTPRequestPart {
    .body(ByteBuffer(repeating: 97, count: bytes))
  }

  @Test(arguments: [
    ("/bigbluebutton", true), ("/bigbluebutton/", true), ("/bigbluebutton?x", true),
    ("/bigbluebutton/api/create", true),
    ("/bigbluebuttonapi", false), ("/", false), ("", false), ("/BIGBLUEBUTTON/api", false),
    ("//bigbluebutton", false),
  ])
  func `the API has its own paths`(path: String, isTaken: Bool) {
    #expect(
      (CollectedRequest(head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: path)) != nil)
        == isTaken
    )
  }

  @Test func `an API request is answered when it is complete`() {
    var machine = ConnectionStateMachine()
    #expect(machine.received(Self.api).isEmpty)
    #expect(machine.received(Self.body(3)).isEmpty)
    guard case .answer(let request)? = machine.received(Self.end).first else {
      Issue.record("no answer")
      return
    }
    #expect(request.body.readableBytes == 3)
  }

  @Test func `the next request waits for the answer`() {
    var machine = ConnectionStateMachine()
    for part in [Self.api, Self.end] { _ = machine.received(part) }
    for part in [Self.page, Self.end, Self.api, Self.end] { #expect(machine.received(part).isEmpty) }
    #expect(machine.answered().count == 2)
    #expect(machine.answered().isEmpty, "the router has the turn")
    #expect(machine.routerFinished().count == 1)
    #expect(machine.routerFinished().isEmpty, "the API has the turn")
  }

  @Test func `a router that answers before it has read all keeps its turn`() {
    var machine = ConnectionStateMachine()
    #expect(machine.received(Self.page).count == 1)
    #expect(machine.routerFinished().isEmpty)
    #expect(machine.received(Self.body(1)).count == 1)
    #expect(machine.received(Self.end).count == 1)
    #expect(machine.received(Self.api).isEmpty)
    #expect(machine.received(Self.end).count == 1, "the early answer counts")
  }

  @Test func `reading stops when much has come ahead, and goes on`() {
    var machine = ConnectionStateMachine()
    for part in [Self.api, Self.end] { _ = machine.received(part) }
    while !machine.isBacklogFull {
      _ = machine.received(Self.api)
      _ = machine.received(Self.end)
    }
    #expect(machine.answered().count == 1)
    #expect(!machine.isBacklogFull)
  }

  @Test func `a body over the limit is refused, and nothing after it heard`() {
    var machine = ConnectionStateMachine()
    _ = machine.received(Self.api)
    #expect(machine.received(Self.body(ConnectionStateMachine.largestBody)).isEmpty)
    guard case .refuse(let status)? = machine.received(Self.body(1)).first else {
      Issue.record("not refused")
      return
    }
    #expect(status == .contentTooLarge)
    for part in [Self.body(9), Self.end, Self.api, Self.end] { #expect(machine.received(part).isEmpty) }
    #expect(machine.answered().isEmpty && machine.routerFinished().isEmpty)
  }
}
