import BBBAPI
import ConformanceKit
import Scenarios
import SimulatorCore
import SimulatorServer
import TimelineEngine

/// What getMeetings answers in this world, with what edits make of it; nobody's name and no password in it.
struct DocumentExhibit: Sendable {
  let server: SimulatedServer
  let faults: [FaultRule]

  /// Of more people than this the document is not written just to be cut short.
  private static let mostPeople = 5_000
  /// What tells who is in a meeting, beside its passwords.
  private static let names = Redactor.passwordNames + ["fullName", "userID"]

  func exhibits(at moment: String, _ redactor: Redactor) -> [Exhibit] {
    guard server.world.participantCount <= Self.mostPeople else { return [] }
    let discreet = Redactor(secrets: redactor.secrets, names: Self.names)
    return [Excerpt(document, discreet).exhibit("\(moment): how the API's getMeetings begins")]
  }

  /// Written by a twin, so that the server's own log and the counts of its faults stay as they are.
  private var document: [UInt8] {
    let original = server.simulator
    let twin = Simulator(
      scenario: original.timeline.scenario, profile: original.profile, secret: server.secret)
    twin.restart(original.timeline, beginning: server.clock.now) {}
    twin.setFaults(faults.filter(\.isEdit))
    let query = SignedQuery.signed(call: APICall.getMeetings.rawValue, parameters: [], secret: server.secret)
    let request = APIRequest(
      path: APICall.getMeetings.rawValue, query: RawQuery(query), serverURL: "http://127.0.0.1")
    return twin.respond(to: request, at: server.clock.now).body
  }
}

extension FaultRule {
  fileprivate var isEdit: Bool { if case .edit = effect { true } else { false } }
}
