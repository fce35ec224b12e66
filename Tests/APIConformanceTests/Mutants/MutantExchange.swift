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
    mutant.rewrite(&asked)
    if let replacement = mutant.replacement(asked) { return HTTPClientResponse(replacement) }
    var forwarded = request
    forwarded.url = asked.url(secret: secret)
    let response = try await live.execute(forwarded)
    var answer = WireAnswer(
      status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type") ?? "",
      text: String(buffer: try await response.body.collect(upTo: 1 << 20)))
    mutant.tamper(asked, &answer)
    return HTTPClientResponse(answer)
  }
}

extension HTTPClientResponse {
  init(_ answer: WireAnswer) {
    self.init(
      status: HTTPResponseStatus(statusCode: answer.status), headers: ["Content-Type": answer.contentType],
      body: .bytes(ByteBuffer(string: answer.text)))
  }
}
