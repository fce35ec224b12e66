import Glibc
import NIOCore
import Scenarios
import Testing

@testable import SimulatorServer

/// Clients that keep the server waiting, by the clock and with a socket.
@Suite(.timeLimit(.minutes(5))) struct PatienceTests {
  private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  @Test func `an idle connection is closed when its time is over, and not before`() {
    let patience = Patience(.seconds(75), now: Self.start)
    #expect(
      patience.verdict(isAnswerDue: false, now: Self.start + .seconds(74)) == .lookAgain(in: .seconds(1)))
    #expect(patience.verdict(isAnswerDue: false, now: Self.start + .seconds(75)) == .close)
  }

  @Test func `whoever waits for an answer is not idle`() {
    let patience = Patience(.seconds(75), now: Self.start)
    #expect(
      patience.verdict(isAnswerDue: true, now: Self.start + .hours(9)) == .lookAgain(in: .seconds(75)))
  }

  @Test func `a head and an answer begin the time anew`() {
    var patience = Patience(.seconds(75), now: Self.start)
    patience.restart(now: Self.start + .seconds(70))
    #expect(
      patience.verdict(isAnswerDue: false, now: Self.start + .seconds(75)) == .lookAgain(in: .seconds(70)))
  }

  @Test(arguments: [
    "", "G", "GET /bigbluebutton/api HTTP/1.1\r\nHost: a\r\n",
    "POST /bigbluebutton/api/create HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf of it",
    "POST /_sim/clock HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{",
    "GET /bigbluebutton/api HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func `half a request, and none after the last, ends with the server's patience`(half: String) async throws {
    let fleet = ServerFleet(root: try SimulatedServer.quiet())
    try await fleet.whileListening(patience: .milliseconds(50)) { endpoint in
      do {
        try await Conversation.hold(with: endpoint) { talk in
          if !half.isEmpty { try await talk.send(half) }
          // Returns when the server closes; the test ends with its time limit when it does not.
          _ = try await talk.restOrReset()
        }
      } catch is ChannelError {
        // On a busy machine the server has closed before we have spoken or hung up: an end by its patience too.
      } catch let error as IOError where [EPIPE, ECONNRESET, ENOTCONN].contains(error.errnoCode) {
        // The same, as the socket tells it.
      }
    }
  }

  @Test func `a late answer is waited for, patience or not`() async throws {
    let late = FaultRule(effect: .dripped(bytes: 15, every: .milliseconds(250)))
    let fleet = ServerFleet(root: try SimulatedServer.quiet(late))
    try await fleet.whileListening(patience: .seconds(1)) { endpoint in
      // A machine under load may lose its patience with us before we have asked, so we ask until we are heard; a server
      // that cuts off the late answer never is, and the test ends with its time limit.
      var answer: WireAnswer?
      while answer == nil {
        answer = try? await Conversation.hold(with: endpoint) { talk in try await talk.get(Target.meetings) }
      }
      #expect(answer?.text.hasSuffix("</response>") == true)
    }
  }
}
