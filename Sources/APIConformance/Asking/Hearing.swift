import BBBAPI
import BBBClient
import ConformanceKit
import Synchronization

/// One run of one rule: asks the server, remembers what was made there, and records what is wrong.
final class Hearing: Sendable {
  let target: APITarget
  let slug: Slug
  private let context: CaseContext
  private let docket = Mutex(Docket())

  /// The version that the server is held to.
  var profile: Profile { target.profile }

  init(_ target: APITarget, slug: Slug, context: CaseContext) {
    self.target = target
    self.slug = slug
    self.context = context
  }

  func record(_ finding: Finding) {
    docket.withLock { $0.note(placesOf: [finding]) }
    context.record(finding)
  }

  func note(_ text: String) { context.note(text) }

  /// The next meeting of this rule; nothing is sent.
  func nextMeeting() -> OwnMeeting {
    OwnMeeting(docket.withLock { $0.nextName() }, of: slug, seed: target.seed)
  }

  /// Remembers a meeting that is, or may be, on the server from now on.
  func remember(_ meeting: OwnMeeting) { docket.withLock { $0.remember(meeting) } }

  /// Remembers a meeting as it turned out to be; the ID that was asked for is kept, lest the answer's be wrong.
  func remember(_ meeting: OwnMeeting, insteadOf planned: OwnMeeting) {
    docket.withLock { $0.remember(meeting, insteadOf: planned) }
  }

  /// Remembers a hook that has to go.
  func remember(hookID: String) { docket.withLock { $0.remember(hookID: hookID) } }

  /// What has to be cleared away, which is forgotten thereby.
  func forgetAll() -> (meetings: [OwnMeeting], hookIDs: [String]) { docket.withLock { $0.forgetAll() } }

  /// Keeps the requests that findings speak of, with their answers, for the reader of the report.
  func keepExhibits(of findings: [Finding] = []) {
    let (telling, ownIDs) = docket.withLock { docket in
      docket.note(placesOf: findings)
      return (docket.telling, docket.ownIDs)
    }
    let redactor = APISuite.redactor(hiding: target.secret)
    context.keep(Evidence(exhibits: telling.map { $0.exhibit(redactor, ownIDs) }))
  }
}

extension Hearing {
  /// Asks a call and reads the whole answer.
  func ask(_ call: APICall, _ parameters: KeyValuePairs<String, String> = [:]) async throws -> Answer {
    try await ask(Question(call, parameters))
  }

  /// Asks and reads the whole answer, whatever its status.
  ///
  /// - Throws: a verdict against the server when no whole answer comes; a blocked case where `join` leads to another API
  ///   server, as load balancers do, since what that one does is to be judged there.
  func ask(_ question: Question, signature: Signature? = Signature()) async throws -> Answer {
    let answer = try await heard(question, signature)
    guard !answer.leadsToAnotherJoin else {
      throw EarlyVerdict(
        .blocked("join sends the caller on to another API server, as load balancers do; judge that one too"))
    }
    return answer
  }

  private func heard(_ question: Question, _ signature: Signature?) async throws -> Answer {
    let place = "request \(docket.withLock { $0.nextRequest() }), \(question.title)"
    let url = target.url(of: question, signature)
    var transcript = Transcript(place: place, question: question, target: url)
    defer { docket.withLock { [transcript] in $0.keep(transcript) } }
    do throws(CallFailure) {
      let answer = try await target.answer(to: question, at: url, place: place)
      transcript.complete(answer)
      return answer
    } catch {
      try Task.checkCancellation()
      throw EarlyVerdict(.judged(by: [Self.silence(error, at: place)]))
    }
  }

  private static func silence(_ failure: CallFailure, at place: String) -> Finding {
    Finding("there was no answer", expected: "a whole answer", actual: failure.description, at: place)
  }
}
