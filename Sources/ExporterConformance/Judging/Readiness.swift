import SimulatorCore
import SimulatorServer

/// How an exporter's start went.
enum Readiness: Sendable, Equatable {
  case listening
  case ended
  case silent

  /// How long an exporter may take until it listens.
  static let limit = Duration.seconds(15)

  /// How long the server must be left in peace until an exporter counts as having asked what it asks at its
  /// start.
  private static let quiet = Duration.milliseconds(60)

  /// Waits until the exporter listens; asks it nothing, for 0.7.1 takes every request for a scrape.
  static func awaited(
    _ process: RunningProcess, port: Int, server: SimulatedServer, limit: Duration = Self.limit
  ) async -> Readiness {
    let came = await Waiting.until(within: limit) {
      if process.hasEnded { return true }
      return await LoopbackPort.isListening(port)
    }
    guard came else { return .silent }
    if process.hasEnded { return .ended }
    await settle(server)
    return .listening
  }

  /// Waits until the exporter has gone silent: 0.7.1 listens before it has asked for the first time.
  static func settle(_ server: SimulatedServer) async {
    var (count, since) = (server.simulator.exchanges.count, ContinuousClock.now)
    await Waiting.until(within: .seconds(3)) {
      let now = server.simulator.exchanges.count
      if now != count { (count, since) = (now, .now) }
      return since.duration(to: .now) >= quiet
    }
  }
}
