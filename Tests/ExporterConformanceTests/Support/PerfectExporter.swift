import BBBAPI
import PrometheusText
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing

@testable import ExporterConformance

/// Asks a simulated server as an exporter does and knows, from the oracle, what it would show.
///
/// It stands in for a process in tests of what cases say: a case and the oracle must agree about it.
struct PerfectExporter {
  let server: SimulatedServer
  let secret: SharedSecret
  let oracle: Oracle
  private(set) var history = CallHistory()

  init(_ conformanceCase: ConformanceCase) throws {
    let plan = conformanceCase.scenario.server
    secret = SharedSecret(plan.secret)
    server = try SimulatedServer(
      scenario: conformanceCase.scenario, profile: Profile.named(plan.profile) ?? .v3_0, secret: secret,
      startingAt: conformanceCase.steps.first?.at ?? .zero)
    oracle = Oracle(settings: ExporterSettings(conformanceCase.settings))
  }

  /// Does what a step does before it asks.
  func prepare(_ step: Step) throws {
    if let at = step.at { try server.jump(to: at) }
    for change in step.changes { call(change.call, change.parameters) }
  }

  /// Makes the calls of a scrape and tells what must then be shown.
  mutating func scrape() -> [ExpectedFamily] {
    call(.getMeetings)
    if oracle.settings.recordings == .fromAPI {
      for state in ["processing", "published", "unpublished", "deleted"] {
        call(.getRecordings, [Metadatum("state", state)])
      }
    }
    let world = server.world
    history.account(for: server.simulator.exchanges, world: world, faults: [])
    return oracle.families(Oracle.Evidence(world: world, history: history))
  }

  /// Goes through a case's script and fails the test for every number that is not the oracle's.
  mutating func expectNumbers(of conformanceCase: ConformanceCase) throws {
    for step in conformanceCase.steps {
      try prepare(step)
      guard step.scrape != nil else { continue }
      let page = try scrape().page()
      for case .value(let series, let value) in step.expectations {
        #expect(page.index.value(of: series.name, series.labelsByName) == value, "\(series.text)")
      }
    }
  }

  private func call(_ call: APICall, _ parameters: [Metadatum] = []) {
    let query = SignedQuery.signed(call: call.rawValue, parameters: parameters, secret: secret)
    let request = APIRequest(path: call.rawValue, query: RawQuery(query), serverURL: "http://127.0.0.1")
    _ = server.simulator.respond(to: request, at: server.clock.now)
  }
}

extension [ExpectedFamily] {
  /// The families as an exporter would hold them; of a range the upper end.
  var asShown: [MetricFamily] {
    filter { $0.presence != .forbidden && $0.presence != .unjudged }.map { expected in
      let stem =
        expected.family.type == .counter ? String(expected.family.name.dropLast(6)) : expected.family.name
      return MetricFamily(
        name: stem, type: expected.family.type, help: "Said by a test.",
        samples: expected.shownSeries.map { series in
          Sample(
            suffix: String(series.name.dropFirst(stem.count)),
            labels: series.labels.sorted { $0.key < $1.key }.map { Label($0.key, $0.value) },
            value: series.value.shown)
        })
    }
  }

  /// A page of them.
  func page(_ format: ExpositionFormat = .text) throws -> ParsedPage {
    try ParsedPage(ExpositionWriter.bytes(of: asShown, as: format), as: format)
  }
}

extension ExpectedFamily {
  fileprivate var shownSeries: [ExpectedSeries] {
    guard case .informing(let label) = presence else { return series }
    return [ExpectedSeries(family.name, [label: "1.2.3"], .exactly(1))]
  }
}

extension ValueRange {
  fileprivate var shown: Double {
    switch self {
    case .exactly(let value): value
    case .between(_, let upper): upper
    case .atLeast(let lower): lower
    }
  }
}
