import AsyncHTTPClient
import BBBAPI
import BBBClient
import BBBReading
import NIOCore
import NIOHTTP1

/// Asks a server for its meetings, with whatever base, secret and algorithm are to be tried, and keeps all that the
/// answer tells.
struct CheckCall: Sendable {
  var base: APIBase
  var secret: SharedSecret
  var algorithm: ChecksumAlgorithm
  let exchange: any HTTPExchange
  let clock: ScrapeClock

  func answer() async -> Result<CheckAnswer, CallFailure> {
    do {
      let response = try await exchange.execute(request(.getMeetings))
      let skew = APIReply(response).date.map { Int(Double($0) - clock.wall()) }
      let body = try await CheckBody.read(response)
      return .success(CheckAnswer(response, body, clockSkew: skew))
    } catch {
      return .failure(CallFailure(transport: error))
    }
  }

  /// Whether anybody speaks HTTP at the base; nothing that is signed travels.
  func speaksHTTP() async -> Bool {
    let url = base.url(of: APICall.index.rawValue, query: "")
    // Why not is known by other means.
    return (try? await exchange.execute(HTTPClientRequest(url: url))) != nil
  }

  /// What is wrong with getRecordings; nil when it works.
  func recordingsFailure() async -> String? {
    do {
      let page = [("state", "published"), ("offset", "0"), ("limit", "1")].map { Metadatum($0, $1) }
      let response = try await exchange.execute(request(.getRecordings, page))
      guard (200..<300).contains(response.status.code) else { return "HTTP status \(response.status.code)" }
      return try await CheckBody.recordingsFailure(response)
    } catch {
      return CallFailure(transport: error).description
    }
  }

  private func request(_ call: APICall, _ parameters: [Metadatum] = []) -> HTTPClientRequest {
    let query = SignedQuery.signed(
      call: call.rawValue, parameters: parameters, secret: secret, algorithm: algorithm, checksumFirst: true)
    var request = HTTPClientRequest(url: base.url(of: call.rawValue, query: query))
    request.headers.add(name: "User-Agent", value: ExporterIdentity.userAgent)
    return request
  }
}

extension CheckAnswer {
  fileprivate init(_ response: HTTPClientResponse, _ body: CheckBody, clockSkew: Int?) {
    let headers = response.headers
    self.init(
      status: UInt(response.status.code), location: headers.first(name: "Location"),
      retryAfter: headers.first(name: "Retry-After").flatMap { Int(wholeNumber: $0) }
        .flatMap { (1...86_400).contains($0) ? $0 : nil },
      clockSkew: clockSkew, isDeclaredHTML: APIReply(response).isDeclaredHTML, opening: body.opening,
      reading: body.reading)
  }
}

/// The body of an answer, of which little is kept.
private struct CheckBody {
  private static let openingBytes = 2048
  var opening = ""
  var reading: Result<CheckAnswer.Reading, ReadingError>?

  static func read(_ response: HTTPClientResponse) async throws -> CheckBody {
    var body = CheckBody()
    guard (200..<300).contains(response.status.code) else { return body }
    var reader = MeetingsReader(consumer: MeetingCount())
    var bytes: [UInt8] = []
    do {
      for try await chunk in response.body {
        bytes += chunk.readableBytesView.prefix(openingBytes - bytes.count)
        try reader.feed(chunk.readableBytesSpan)
      }
      try Task.checkCancellation()
      let outcome = try reader.finish()
      body.reading = .success(.init(outcome: outcome, meetings: reader.consumer.meetings))
    } catch let error as ReadingError {
      body.reading = .failure(error)
    }
    body.opening = String(decoding: bytes, as: UTF8.self)
    return body
  }

  static func recordingsFailure(_ response: HTTPClientResponse) async throws -> String? {
    var reader = RecordingsReader()
    do {
      for try await chunk in response.body { try reader.feed(chunk.readableBytesSpan) }
      try Task.checkCancellation()
      let outcome = try reader.finish().outcome
      return outcome.returncode == .succeeded ? nil : "FAILED \((outcome.messageKey ?? "").plainWord)"
    } catch let error as ReadingError {
      return error.description
    }
  }
}
