import AsyncHTTPClient
import BBBAPI
import BBBClient
import NIOCore
import NIOHTTP1

/// The proxy that makes a mutant of the simulator.
struct MutantExchange: HTTPExchange {
  let mutant: Mutant
  let live: LiveExchange
  let secret: SharedSecret

  func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
    var asked = WireRequest(url: request.url)
    asked.method = request.method.rawValue
    asked.contentType = request.headers.first(name: "Content-Type")
    mutant.rewrite(&asked)
    if let replacement = mutant.replacement(asked) { return HTTPClientResponse(replacement) }
    var forwarded = request
    forwarded.url = asked.url(secret: secret)
    forwarded.method = HTTPMethod(rawValue: asked.method)
    if asked.method == "GET" { forwarded.body = nil }
    if let type = asked.contentType { forwarded.headers.replaceOrAdd(name: "Content-Type", value: type) }
    let response = try await live.execute(forwarded)
    var answer = WireAnswer(
      status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type") ?? "",
      headers: response.headers.reduce(into: [:]) { $0[$1.name] = $1.value },
      text: String(buffer: try await response.body.collect(upTo: 1 << 20)))
    mutant.tamper(asked, &answer)
    return HTTPClientResponse(answer)
  }
}

extension HTTPClientResponse {
  init(_ answer: WireAnswer) {
    var headers = HTTPHeaders(
      answer.headers.filter { !Self.settled.contains($0.key) }.map { ($0.key, $0.value) })
    headers.replaceOrAdd(name: "Content-Type", value: answer.contentType)
    self.init(
      status: HTTPResponseStatus(statusCode: answer.status), headers: headers,
      body: .bytes(ByteBuffer(string: answer.text)))
  }

  /// What follows from the body, which may be another one now.
  private static let settled: Set = [
    "Content-Length", "content-length", "Transfer-Encoding", "transfer-encoding",
  ]
}
