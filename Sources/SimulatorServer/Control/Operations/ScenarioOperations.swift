import Foundation
import Hummingbird
import Scenarios

extension ControlOperation {
  static let reset = ControlOperation(
    id: "reset", method: .post, path: "/reset",
    summary: "Begins the day anew: world, clock, faults and requests as they were at the start.",
    body: Body(schema: .object([:]), example: [:], isOptional: true), answer: .view(ServerView.self),
    refusals: [413, 415]
  ) { call in
    call.server.reset()
    return try .json(ServerView(call.name, call.server))
  }

  static let loadScenario = ControlOperation(
    id: "loadScenario", method: .post, path: "/scenario",
    summary:
      "Plays another scenario from its beginning; the server keeps its secret and profile. A scenario with mistakes changes nothing and names all of them.",
    body: Body(
      mediaTypes: ["application/yaml", "application/x-yaml", "text/yaml", "application/json"],
      schema: .any, limit: 16 << 20, example: ["scenario": "empty", "about": "Nothing happens."]),
    answer: .view(ServerView.self), refusals: [409, 413, 415, 422]
  ) { call in
    // A state file belongs to one scenario; a journal of another would be lost on it.
    guard call.server.stateFile == nil else { throw ControlError.boundToItsScenario }
    do throws(ScenarioProblems) {
      let scenario = try Scenario.load(bytes: Array(call.body), file: "body")
      call.server.play(scenario)
    } catch {
      throw ControlError(error, status: 422)
    }
    return try .json(ServerView(call.name, call.server))
  }
}
