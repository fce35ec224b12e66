import BBBAPI
import PrometheusText
import TimelineEngine

/// Knows what an exporter must show: from the world, the exporter's settings and the calls that it has made.
struct Oracle: Sendable {
  let settings: ExporterSettings

  /// All that the oracle goes by for one page.
  struct Evidence: Sendable {
    /// How things stand at the server.
    let world: World
    /// What was asked of it so far.
    let history: CallHistory
    /// The sums of `bbb_api_latency` on the page before, by series; they never fall.
    let earlierSums: [[String: String]: Double]
    /// Whether it is known which calls had been made when the page was; not of one page among several at once.
    let knowsLatencies: Bool
    /// The meetings as the latest answer listed them.
    var listing: [ListedMeeting]

    init(
      world: World, history: CallHistory, earlierSums: [[String: String]: Double] = [:],
      knowsLatencies: Bool = true
    ) {
      self.world = world
      self.history = history
      self.earlierSums = earlierSums
      self.knowsLatencies = knowsLatencies
      listing = [ListedMeeting](world.meetings, edited: history.edits)
    }
  }

  /// Every family of the contract, in its order.
  func families(_ evidence: Evidence) -> [ExpectedFamily] {
    let expected =
      meetings(evidence) + recordings(evidence) + rooms(evidence) + unique(evidence)
      + [latency(evidence), up(evidence), version, exporter]
    return Contract.families.compactMap { family in expected.first { $0.family == family } }
  }

  static func family(_ name: String) -> ContractFamily {
    guard let family = Contract.families.first(where: { $0.name == name }) else {
      preconditionFailure("\(name) is no family of the contract")
    }
    return family
  }

  static func gauge(_ name: String, _ value: Int) -> ExpectedFamily {
    ExpectedFamily(family(name), .demanded, [ExpectedSeries(name, [:], .exactly(value))])
  }
}

extension Oracle {
  private func up(_ evidence: Evidence) -> ExpectedFamily {
    Self.gauge("bbb_api_up", evidence.history.knowsMeetings ? 1 : 0)
  }

  private func unique(_ evidence: Evidence) -> [ExpectedFamily] {
    [
      unique("bbb_unique_meetings_total", evidence.history.meetings, evidence),
      unique("bbb_unique_breakout_rooms_total", evidence.history.breakoutRooms, evidence),
    ]
  }

  /// What did not say whether it is a breakout room may have been counted as either.
  private func unique(_ name: String, _ seen: Set<String>, _ evidence: Evidence) -> ExpectedFamily {
    let open = evidence.history.undecided.subtracting(seen).count
    let value =
      open == 0 ? ValueRange.exactly(seen.count) : .between(Double(seen.count), Double(seen.count + open))
    return ExpectedFamily(Self.family(name), .demanded, [ExpectedSeries(name, [:], value)])
  }

  private var version: ExpectedFamily {
    ExpectedFamily(
      Self.family("bbb_version"), settings.readsVersion ? .informing(label: "version") : .forbidden)
  }

  private var exporter: ExpectedFamily {
    ExpectedFamily(Self.family("bbb_exporter"), .informing(label: "version"))
  }
}
