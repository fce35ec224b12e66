import Hummingbird

extension ControlOperation {
  static let readWorld = ControlOperation(
    id: "readWorld", method: .get, path: "/world",
    summary: "Every meeting, every person, and recordings by state.",
    query: [
      Query(
        name: "at",
        about:
          "An earlier moment: an offset such as 31m, an ISO 8601 instant, or milliseconds since the epoch.")
    ],
    answer: .view(WorldView.self), refusals: [400]
  ) { call in try .json(WorldView(call.server, at: call.query("at"))) }
}
