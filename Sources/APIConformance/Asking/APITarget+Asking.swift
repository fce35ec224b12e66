import AsyncHTTPClient
import BBBAPI
import BBBClient
import NIOHTTP1

extension APITarget {
  /// How the judge calls itself in requests.
  static let userAgent = "bbb-conformance"
  /// The longest body that is read; ten thousand full rooms are 69 MB, which no rule here needs.
  static let longestBody = 64 << 20

  /// Where a question goes, its checksum included.
  func url(of question: Question, _ signature: Signature?) -> String {
    let query = question.query(signature, secret: secret)
    guard question.isWithoutSlash else { return base.url(of: question.call, query: query) }
    return base.text.dropLast() + (query.isEmpty ? "" : "?\(query)")
  }

  /// Sends a question to `url` and reads the whole answer, whatever its status, in the time that patience gives.
  func answer(
    to question: Question, at url: String, place: String
  ) async throws(CallFailure) -> Answer {
    do {
      return try await patience.limiting {
        let response = try await exchange.execute(Self.request(question, url))
        return Answer(
          place: place, status: Int(response.status.code), headers: response.headers,
          body: try await Self.body(of: response))
      }
    } catch {
      throw CallFailure(transport: error)
    }
  }

  private static func body(of response: HTTPClientResponse) async throws -> [UInt8] {
    var body: [UInt8] = []
    try await APIReply(response).forEachChunk { chunk throws(CallFailure) in
      guard body.count + chunk.byteCount <= longestBody else {
        throw .unreadable(reason: "longer than \(longestBody >> 20) MiB")
      }
      chunk.withUnsafeBytes { body.append(contentsOf: $0) }
    }
    return body
  }

  private static func request(_ question: Question, _ url: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: url)
    request.method = HTTPMethod(rawValue: question.method.rawValue)
    request.headers.add(name: "User-Agent", value: userAgent)
    request.headers.add(name: "Accept", value: "text/xml, application/xml;q=0.9, */*;q=0.1")
    if let type = question.contentType { request.headers.add(name: "Content-Type", value: type) }
    if question.method == .post { request.body = .bytes(Array(question.body.utf8)) }
    return request
  }
}
