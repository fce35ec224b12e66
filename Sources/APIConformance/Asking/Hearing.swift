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
    let telling = docket.withLock { docket in
      docket.note(placesOf: findings)
      return docket.telling
    }
    let redactor = APISuite.redactor(hiding: target.secret)
    context.keep(Evidence(exhibits: telling.map { $0.exhibit(redactor) }))
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
    let place = "request \(docket.withLock { $0.nextRequest() }), \(question.title)"
    let url = target.url(of: question, signature)
    var transcript = Transcript(place: place, question: question, target: url)
    defer { docket.withLock { [transcript] in $0.keep(transcript) } }
    do {
      let answer = try await target.patience.limiting { [self] in
        try await self.answer(to: question, at: url, place)
      }
      transcript.complete(answer)
      return answer
    } catch {
      try Task.checkCancellation()
      throw EarlyVerdict(.judged(by: [Self.silence(error, at: place)]))
    }
  }

  private func answer(to question: Question, at url: String, _ place: String) async throws -> Answer {
    let response = try await target.exchange.execute(Self.request(question, url))
    var body: [UInt8] = []
    try await APIReply(response).forEachChunk { chunk throws(CallFailure) in
      guard body.count + chunk.byteCount <= Self.longestBody else {
        throw .unreadable(reason: "longer than \(Self.longestBody >> 20) MiB")
      }
      chunk.withUnsafeBytes { body.append(contentsOf: $0) }
    }
    return Answer(
      place: place, status: Int(response.status.code), headers: response.headers, body: body)
  }

  private static func request(_ question: Question, _ url: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: url)
    request.method = HTTPMethod(rawValue: question.method.rawValue)
    request.headers.add(name: "User-Agent", value: APITarget.userAgent)
    request.headers.add(name: "Accept", value: "text/xml, application/xml;q=0.9, */*;q=0.1")
    if let type = question.contentType { request.headers.add(name: "Content-Type", value: type) }
    if question.method == .post { request.body = .bytes(Array(question.body.utf8)) }
    return request
  }

  private static func silence(_ error: any Error, at place: String) -> Finding {
    let reason = CallFailure(transport: error).description
    return Finding("there was no answer", expected: "a whole answer", actual: reason, at: place)
  }
}

extension APITarget {
  /// Where a question goes, its checksum included.
  fileprivate func url(of question: Question, _ signature: Signature?) -> String {
    let query = question.query(signature, secret: secret)
    guard question.isWithoutSlash else { return base.url(of: question.call, query: query) }
    return base.text.dropLast() + (query.isEmpty ? "" : "?\(query)")
  }
}
