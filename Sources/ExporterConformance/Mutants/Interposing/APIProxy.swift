import BBBAPI

/// Stands between the exporter and the API, and asks as a mutant would.
struct APIProxy: Sendable {
  let asking: Asking
  let server: Upstream
  let secret: SharedSecret

  /// Listens on a port of its own while `body` runs.
  func whileStanding<Result: Sendable>(
    _ body: @Sendable (_ url: String) async throws -> Result
  ) async throws -> Result {
    var proxy = WireServer(respond: respond)
    if case .inSeries = asking { proxy.isSerial = true }
    return try await proxy.whileServing { port in
      try await body("http://\(LoopbackPort.host):\(port)")
    }
  }

  private func respond(to request: WireRequest) async throws -> WireAnswer {
    let request = asking.request(request, signedBy: secret)
    let answer = try await server.answer(to: request)
    for further in asking.more(after: request, answer, signedBy: secret) {
      _ = try await server.answer(to: further)
    }
    return WireAnswer(answer)
  }
}
