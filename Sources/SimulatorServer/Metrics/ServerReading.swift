import BBBAPI
import Determinism
import PrometheusText
import Scenarios
import SimulatorCore
import TimelineEngine

/// What `/metrics` shows of one server.
struct ServerReading {
  /// The path in front of its API; `/` for the root.
  private let label: Label
  private let server: SimulatedServer
  private let values: [Metric: [Value]]

  private typealias Value = (labels: [Label], value: Double)

  private enum Metric: CaseIterable {
    case info, requests, failures, faults, commands, meetings, participants, recordings, rate, instant
  }

  init(_ path: String, _ server: SimulatedServer) {
    label = Label("server", path)
    self.server = server
    let (world, clock, tally) = (server.world, server.clock.reading, server.simulator.tally)
    values = [
      .info: [
        (
          [
            Label("scenario", server.simulator.timeline.scenario.name),
            Label("profile", server.simulator.profile.name),
          ], 1
        )
      ],
      .requests: tally.byOutcome, .failures: tally.byMessageKey, .faults: tally.byFault,
      .commands: [([], Double(server.simulator.commandCount))],
      .meetings: [([], Double(world.meetings.count))],
      .participants: [([], Double(world.participantCount))],
      .recordings: RecordingState.allCases.map { state in
        ([Label("state", state.rawValue)], Double(world.recordings.count { $0.state == state }))
      },
      .rate: [([], clock.rate)],
      .instant: [([], Double(clock.instant.millisecondsSinceEpoch) / 1000)],
    ]
  }

  /// The families of several servers, each sample with the label `server`.
  static func families(of servers: [ServerReading]) -> [MetricFamily] {
    Metric.allCases.map { metric in
      let samples = servers.flatMap { server in
        (server.values[metric] ?? []).map { ([server.label] + $0.labels, $0.value) }
      }
      return family(metric, samples)
    }
  }

  private static func family(_ metric: Metric, _ values: [(labels: [Label], value: Double)]) -> MetricFamily {
    switch metric {
    case .info:
      .gauge(
        "bbb_sim_server_info", help: "What a server plays, and the version of BBB that it is like.",
        values: values)
    case .requests:
      .counter("bbb_sim_requests", help: "API requests by call and how they went.", values: values)
    case .failures:
      .counter("bbb_sim_failures", help: "FAILED answers by call and message key.", values: values)
    case .faults: .counter("bbb_sim_faults", help: "API requests that met a fault, by call.", values: values)
    case .commands:
      .gauge("bbb_sim_journal_commands", help: "Commands in the journal of the world.", values: values)
    case .meetings: .gauge("bbb_sim_meetings", help: "Meetings, breakout rooms included.", values: values)
    case .participants: .gauge("bbb_sim_participants", help: "People online in all meetings.", values: values)
    case .recordings: .gauge("bbb_sim_recordings", help: "Recordings by state.", values: values)
    case .rate:
      .gauge(
        "bbb_sim_clock_rate", help: "Simulated seconds in a real one; 0 while the clock stands.",
        values: values)
    case .instant:
      .gauge(
        "bbb_sim_clock_seconds", help: "The simulated instant, in seconds since the epoch.", values: values)
    }
  }
}

extension RequestTally {
  fileprivate var byOutcome: [(labels: [Label], value: Double)] {
    var counts: [[String]: Int] = [:]
    for (row, count) in requests { counts[[row.call.label, row.outcome.rawValue], default: 0] += count }
    return counts.samples("call", "outcome")
  }

  fileprivate var byMessageKey: [(labels: [Label], value: Double)] {
    var counts: [[String]: Int] = [:]
    for (row, count) in requests {
      if let key = row.messageKey { counts[[row.call.label, key], default: 0] += count }
    }
    return counts.samples("call", "message_key")
  }

  fileprivate var byFault: [(labels: [Label], value: Double)] {
    Dictionary(uniqueKeysWithValues: faults.map { ([$0.key.label], $0.value) }).samples("call")
  }
}

extension APICall? {
  /// `none` for a path that is no call; the index has no name of its own in a path.
  fileprivate var label: String { self == .index ? "index" : self?.rawValue ?? "none" }
}

extension [[String]: Int] {
  /// Sorted, so that a page does not depend on the order of a dictionary.
  fileprivate func samples(_ names: String...) -> [(labels: [Label], value: Double)] {
    sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { values, count in
      (zip(names, values).map { Label($0, $1) }, Double(count))
    }
  }
}
