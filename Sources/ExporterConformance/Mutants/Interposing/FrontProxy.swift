import NIOHTTP1
import SimulatorServer
import Synchronization

/// Stands between the judge and the exporter, and answers as a mutant would.
final class FrontProxy: Sendable {
  private struct Storage {
    /// The true answers so far.
    var answers: [ScrapeAnswer] = []
    var requests = 0
  }

  private let defect: Defect
  private let exporter: Upstream
  private let server: SimulatedServer
  private let storage = Mutex(Storage())

  init(_ defect: Defect, before port: Int, reading server: SimulatedServer) {
    self.defect = defect
    self.server = server
    exporter = Upstream(url: "http://\(LoopbackPort.host):\(port)")
  }

  /// Listens on a port of its own while `body` runs.
  func whileStanding<Result: Sendable>(
    _ body: @Sendable (_ port: Int) async throws -> Result
  ) async throws -> Result {
    try await WireServer(respond: respond).whileServing(body)
  }

  private func respond(to request: WireRequest) async throws -> WireAnswer {
    let start = ContinuousClock.now
    var request = request
    request.headers = defect.heard(request.headers)
    var answer = try await exporter.answer(to: request)
    for _ in 1..<defect.scrapes { answer = try await exporter.answer(to: request) }
    let known = ScrapeAnswer(
      status: answer.status, contentType: answer.headers.first(name: "Content-Type"), body: answer.body,
      duration: start.duration(to: .now))
    let (earlier, number) = remember(known)
    return wire(answer, known, shown: defect.shown(known, after: earlier, server.world), number)
  }

  private func remember(_ answer: ScrapeAnswer) -> (earlier: [ScrapeAnswer], number: Int) {
    storage.withLock { storage in
      defer {
        storage.answers.append(answer)
        storage.requests += 1
      }
      return (storage.answers, storage.requests)
    }
  }

  /// What the mutant shows, with the exporter's own headers; what takes it longer takes longer.
  private func wire(_ answer: HTTPAnswer, _ known: ScrapeAnswer, shown: ScrapeAnswer, _ number: Int)
    -> WireAnswer
  {
    var answer = answer
    (answer.status, answer.body) = (shown.status, shown.body)
    if let type = shown.contentType { answer.headers.replaceOrAdd(name: "Content-Type", value: type) }
    var wire = defect.delivery?.wire(answer, number: number) ?? WireAnswer(answer)
    let delay = shown.duration - known.duration
    if delay > .zero { wire.pieces.insert(.pause(delay), at: 0) }
    return wire
  }
}
