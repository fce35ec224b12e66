import Determinism

/// Servers of a fleet that one entry of `servers` can stand for.
struct FleetRun {
  private let servers: ArraySlice<FleetServer>
  private let around: Scenario
  /// With `{n}` in the place of each one's number; nil for a single server.
  private let name: String?
  private let secret: String
  private let apart: Duration

  /// Entries that stand for all of these, in their order.
  static func yaml(
    of servers: [FleetServer], around: Scenario
  ) throws(ScenarioWritingError) -> [YAMLValue] {
    var entries: [YAMLValue] = []
    var rest = servers[...]
    while !rest.isEmpty {
      let run = FleetRun(at: rest, around: around)
      entries.append(try run.yaml())
      rest = rest.dropFirst(run.servers.count)
    }
    return entries
  }

  private init(at servers: ArraySlice<FleetServer>, around: Scenario) {
    let (first, second) = (servers[servers.startIndex], servers.dropFirst().first)
    self.around = around
    name = second.flatMap { SeriesTemplate.numbered(first.name, $0.name) }
    let secrets = second.flatMap { SeriesTemplate.numbered(first.secret, $0.secret) }
    secret = first.secret == second?.secret ? first.secret : secrets ?? first.secret
    apart = second.map { $0.offset - first.offset } ?? .zero
    let (name, secret, apart) = (name, secret, apart)
    let count = servers.enumerated().prefix { index, server in
      server.scenario == first.scenario && server.offset == first.offset + apart * index
        && server.name == name?.replacing("{n}", with: "\(index + 1)")
        && server.secret == secret.replacing("{n}", with: "\(index + 1)")
        && server.seed == Self.drawnSeed(of: server, around)
    }.count
    self.servers = servers.prefix(apart < .zero ? 1 : max(1, count))
  }

  /// The seed that a server has by its name when the file gives none.
  private static func drawnSeed(of server: FleetServer, _ around: Scenario) -> UInt64 {
    var drawn = StreamKey(seed: around.seed).child("servers").child(server.name).stream
    return drawn.nextBits()
  }

  private func yaml() throws(ScenarioWritingError) -> YAMLValue {
    let first = servers[servers.startIndex]
    let day: YAMLValue? = isLikeAround(first) ? nil : .text(try nameOfDay(of: first))
    guard servers.count > 1, let name else {
      return .line(of: [
        "name": .text(first.name), "scenario": day, "seed": .number(first.seed),
        "secret": .text(first.secret),
        "offset": first.offset == .zero ? nil : .duration(first.offset),
      ])
    }
    return .line(of: [
      "count": .number(servers.count), "name": .text(name), "scenario": day, "secret": .text(secret),
      "offset": first.offset == .zero ? nil : .duration(first.offset),
      "apart": apart == .zero ? nil : .duration(apart),
    ])
  }

  private func isLikeAround(_ server: FleetServer) -> Bool {
    var day = around
    day.servers = []
    return day == server.scenario
  }

  private func nameOfDay(of server: FleetServer) throws(ScenarioWritingError) -> String {
    // A day that is not shipped has no name that a reader could look up.
    var shipped = try? Scenario.shipped(named: server.scenario.name)
    shipped?.servers = []
    guard shipped == server.scenario else { throw .foreignDay(server: server.name) }
    return server.scenario.name
  }
}
