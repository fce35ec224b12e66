import ArgumentParser
import BBBClient
import Determinism
import ExitCodes
import Foundation
import ScenarioRecorder

/// Looks at a server at regular moments, until the time is up or the task is cancelled.
struct RecordingSession: Sendable {
  let poller: ServerPoller
  let every: Duration
  let length: Duration

  /// What was seen; fails, with a word on standard error, when there was no first answer to begin with.
  func run() async -> Result<Recorder, any Error> {
    let now = SimulatedInstant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1000))
    var recorder = Recorder(every: every, startedAt: now)
    let begun = ContinuousClock.now
    var offset = Duration.zero
    while offset <= length, !Task.isCancelled {
      do {
        let poll = try await poller.poll(at: offset)
        recorder.take(poll)
        Console.explain(
          "at \(offset.scenarioText): \(poll.meetingCount) meetings, \(poll.recordingCount) recordings")
      } catch {
        if Task.isCancelled { break }
        guard recorder.pollCount > 0 else { return .failure(Self.complaint(about: error)) }
        Console.explain("at \(offset.scenarioText): \(error); left out")
      }
      offset = next(after: begun.duration(to: .now), offset)
      // The loop asks whether it was cancelled.
      if offset <= length { try? await Task.sleep(until: begun.advanced(by: offset), clock: .continuous) }
    }
    guard recorder.pollCount > 0 else { return .failure(Self.silence) }
    return .success(recorder)
  }

  /// The next moment of the grid; those that a slow answer took are left out.
  private func next(after elapsed: Duration, _ offset: Duration) -> Duration {
    let passed = elapsed.milliseconds / every.milliseconds
    return max(offset + every, every * Int(passed + (elapsed.milliseconds % every.milliseconds > 0 ? 1 : 0)))
  }

  private static func complaint(about failure: CallFailure) -> any Error {
    Console.complain("can't record: \(failure). \(failure.advice)")
    if case .failed = failure { return ExitCode.badConfiguration.thrown }
    return ExitCode.unreachable.thrown
  }

  private static var silence: any Error {
    Console.complain("ended before the first answer; nothing was written")
    return ExitCode.unreachable.thrown
  }
}

extension CallFailure {
  /// What to look at.
  fileprivate var advice: String {
    switch self {
    case .late: "Is the server busy, or a firewall in between?"
    case .unknownHost: "Check the host name"
    case .refused: "Check host and port, and whether the server runs"
    case .tls: "Name the server's CA with --ca, or check host name and date of its certificate"
    case .connection: "Check that it is a web server and the scheme fits"
    case .redirect: "Use the address that it leads to"
    case .status(404), .webPage: "Check the path; BigBlueButton's ends in /bigbluebutton/api/"
    case .status: "Look into the server's log"
    case .unreadable: "Check that the URL is BigBlueButton's"
    case .failed("checksumError", _): "Check the secret, as bbb-conf --secret prints it"
    case .failed: "The URL or the secret is another server's"
    }
  }
}
