import BBBAPI
import ConformanceKit
import Determinism
import PrometheusText
import Scenarios
import SimulatorCore
import SimulatorServer

@testable import ExporterConformance

/// An exporter within the test: it reads the answers of the API by searching their text, and shows what it has read.
///
/// Quick enough for hundreds of worlds, and wrong where a mutant's defect makes it so.
struct ReadingExporter {
  private let conformanceCase: ConformanceCase
  private let defect: Defect?
  private let server: SimulatedServer
  private let secret: SharedSecret
  private let oracle: Oracle
  private var history: CallHistory

  init(_ conformanceCase: ConformanceCase, mutant: Mutant? = nil) throws {
    let plan = conformanceCase.scenario.server
    self.conformanceCase = conformanceCase
    defect = mutant?.defect
    secret = SharedSecret(plan.secret)
    server = try SimulatedServer(
      scenario: conformanceCase.scenario, profile: plan.profileInForce() ?? .v3_0, secret: secret,
      startingAt: conformanceCase.steps.first?.at ?? .zero)
    oracle = Oracle(settings: ExporterSettings(conformanceCase.settings))
    history = CallHistory(of: server.starts)
  }

  /// What the suite finds wrong, step by step.
  mutating func findings() throws -> [Finding] {
    var (findings, pages): ([Finding], [ScrapeAnswer]) = ([], [])
    var faults = conformanceCase.scenario.faults
    for step in conformanceCase.steps {
      faults = step.faults ?? faults
      server.simulator.setFaults(faults + (defect?.faults ?? []))
      if let at = step.at { try server.jump(to: at) }
      for change in step.changes { _ = call(change.call, change.parameters) }
      findings += try self.findings(step, faults, &pages)
    }
    return findings
  }

  private mutating func findings(
    _ step: Step, _ faults: [FaultRule], _ pages: inout [ScrapeAnswer]
  ) throws -> [Finding] {
    let answer = call(.getMeetings)
    for state in CallHistory.states { _ = call(.getRecordings, [Metadatum("state", state.rawValue)]) }
    let world = server.world
    history.account(for: server.simulator.exchanges, world: world, faults: faults)
    let truth = Oracle.Evidence(world: world, history: history)
    var read = truth
    read.listing = Self.meetings(in: answer)
    let bytes = ExpositionWriter.bytes(of: oracle.families(read).asShown, as: .text)
    let shown = ScrapeAnswer(status: 200, contentType: nil, body: bytes, duration: .zero)
    defer { pages.append(shown) }
    let judged = try ParsedPage(defect?.shown(shown, after: pages, world).body ?? shown.body, as: .text)
    return PageComparison(page: judged).findings(oracle.families(truth))
  }

  private func call(_ call: APICall, _ parameters: [Metadatum] = []) -> String {
    let query = SignedQuery.signed(call: call.rawValue, parameters: parameters, secret: secret)
    let request = APIRequest(path: call.rawValue, query: RawQuery(query), serverURL: "http://127.0.0.1")
    return String(decoding: server.simulator.respond(to: request, at: server.clock.now).body, as: UTF8.self)
  }
}

extension ReadingExporter {
  /// The meetings of an answer, by the names of their elements.
  private static func meetings(in answer: String) -> [ListedMeeting] {
    answer.split(separator: "<meetingName>").dropFirst().map { part in
      let text = String(part)
      var meeting = ListedMeeting(Meeting(details: details))
      meeting.internalMeetingID = value(of: "internalMeetingID", in: text)
      meeting.isBreakout = value(of: "isBreakout", in: text).map { $0 == "true" }
      for count in RoomCount.allCases {
        meeting.counts[count] = value(of: count.element, in: text).flatMap { Int($0.filter { $0.isNumber }) }
      }
      meeting.clientTypes = text.split(separator: "<clientType>").dropFirst().map {
        unescaped(String($0.prefix { $0 != "<" }))
      }
      meeting.originServer = value(of: "bbb-origin-server-name", in: text) ?? ""
      meeting.originName = value(of: "bbb-origin", in: text) ?? ""
      return meeting
    }
  }

  private static let details = MeetingDetails(
    name: "", meetingID: "", internalMeetingID: "", createTime: 0, voiceBridge: "", attendeePW: "",
    moderatorPW: "")

  private static func value(of element: String, in text: String) -> String? {
    guard let start = text.firstRange(of: "<\(element)>")?.upperBound else { return nil }
    return unescaped(String(text[start...].prefix { $0 != "<" }))
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
