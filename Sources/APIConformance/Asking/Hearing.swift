import AsyncHTTPClient
import BBBAPI
import BBBClient
import ConformanceKit
import NIOHTTP1
import Synchronization

/// One run of one rule: asks the server, remembers what was made there, and records what is wrong.
final class Hearing: Sendable {
  /// The longest body that is read; ten thousand full rooms are 69 MB, which no rule here needs.
  static let longestBody = 64 << 20

  let target: APITarget
  let slug: Slug
  private let context: CaseContext
  private let docket = Mutex(Docket())

  private struct Docket {
    var requests = 0
    var named = 0
    var made: [OwnMeeting] = []
  }

  init(_ target: APITarget, slug: Slug, context: CaseContext) {
    self.target = target
    self.slug = slug
    self.context = context
  }

  func record(_ finding: Finding) { context.record(finding) }

  func note(_ text: String) { context.note(text) }

  /// The next meeting of this rule; nothing is sent.
  func nextMeeting() -> OwnMeeting {
    docket.withLock { docket in
      defer { docket.named += 1 }
      return OwnMeeting(docket.named, of: slug, seed: target.seed)
    }
  }

  /// Remembers a meeting that is, or may be, on the server from now on.
  func remember(_ meeting: OwnMeeting) {
    docket.withLock { if !$0.made.contains(meeting) { $0.made.append(meeting) } }
  }

  /// Remembers a meeting as it turned out to be; the ID that was asked for is kept, lest the answer's be wrong.
  func remember(_ meeting: OwnMeeting, insteadOf planned: OwnMeeting) {
    docket.withLock { docket in
      if meeting.meetingID == planned.meetingID { docket.made.removeAll { $0 == planned } }
      docket.made.append(meeting)
    }
  }

  /// The meetings to be ended, which are forgotten thereby.
  func forgetMeetings() -> [OwnMeeting] {
    docket.withLock { docket in
      defer { docket.made = [] }
      return docket.made
    }
  }
}

extension Hearing {
  /// Asks a call and reads the whole answer.
  func ask(_ call: APICall, _ parameters: KeyValuePairs<String, String> = [:]) async throws -> Answer {
    try await ask(Question(call, parameters))
  }

  /// Asks and reads the whole answer, whatever its status.
  ///
  /// - Throws: a verdict against the server when no whole answer comes.
  func ask(_ question: Question, signature: Signature? = Signature()) async throws -> Answer {
    let number = docket.withLock { docket in
      docket.requests += 1
      return docket.requests
    }
    let place = "request \(number), \(question.call.isEmpty ? "the version page" : question.call)"
    do {
      return try await answer(to: question, signature, at: place)
    } catch {
      try Task.checkCancellation()
      throw EarlyVerdict(.judged(by: [Self.silence(error, at: place)]))
    }
  }

  private func answer(to question: Question, _ signature: Signature?, at place: String) async throws -> Answer
  {
    let query = question.query(signature, secret: target.secret)
    var request = HTTPClientRequest(url: target.base.url(of: question.call, query: query))
    request.headers.add(name: "User-Agent", value: APITarget.userAgent)
    request.headers.add(name: "Accept", value: "text/xml, application/xml;q=0.9, */*;q=0.1")
    let response = try await target.exchange.execute(request)
    let reply = APIReply(response)
    var body: [UInt8] = []
    try await reply.forEachChunk { chunk throws(CallFailure) in
      guard body.count + chunk.byteCount <= Self.longestBody else {
        throw .unreadable(reason: "longer than \(Self.longestBody >> 20) MiB")
      }
      chunk.withUnsafeBytes { body.append(contentsOf: $0) }
    }
    var answer = Answer(
      place: place, status: Int(response.status.code), contentType: reply.contentType, body: body)
    answer.location = response.headers.first(name: "Location")
    return answer
  }

  private static func silence(_ error: any Error, at place: String) -> Finding {
    let reason = (error as? CallFailure)?.description ?? String(describing: error).singleLine
    return Finding("there was no answer", expected: "a whole answer", actual: reason, at: place)
  }
}
