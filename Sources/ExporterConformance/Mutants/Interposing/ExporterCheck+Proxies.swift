import SimulatorServer

extension ExporterCheck {
  /// Runs `body` with the address at which the exporter finds the API: the server's own, unless a mutant stands before it.
  func besideAPI<Result: Sendable>(
    _ endpoint: Endpoint, _ body: @Sendable (_ url: String) async throws -> Result
  ) async throws -> Result {
    // What is encrypted cannot be changed on its way.
    guard case .asks(let asking) = defect, !endpoint.isSecure else { return try await body(endpoint.url) }
    return try await APIProxy(asking: asking, server: Upstream(url: endpoint.url), secret: secret)
      .whileStanding(body)
  }

  /// Runs `body` with the stage whose exporter the judge asks: the true one, unless a mutant stands before it.
  func besideExporter<Result: Sendable>(
    _ stage: Stage, _ body: @Sendable (Stage) async throws -> Result
  ) async throws -> Result {
    guard let defect, defect.changesAnswers else { return try await body(stage) }
    return try await FrontProxy(defect, before: stage.port, reading: stage.server).whileStanding { port in
      var stage = stage
      stage.scrapedPort = port
      return try await body(stage)
    }
  }
}
