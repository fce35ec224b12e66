import Hummingbird

extension ControlOperation {
  static let readLive = ControlOperation(
    id: "readLive", method: .get, path: "/live",
    summary:
      "What the live page shows: counts, some of the meetings, the latest requests, the faults in force.",
    query: [
      Query(name: "from", about: "How many of the meetings to pass over.", schema: .integer),
      Query(
        name: "limit", about: "How many of the meetings to show, 50 unless told, at most 200.",
        schema: .integer),
      Query(name: "search", about: "Only meetings with this in their name or meetingID, in any case."),
      Query(name: "order", about: "created (newest first), people (most first) or name."),
    ],
    answer: .view(LiveView.self)
  ) { call in
    let wanted = LiveView.Wanted(
      from: call.query("from"), limit: call.query("limit"), search: call.query("search"),
      order: call.query("order"))
    return try .json(LiveView(call.server, name: call.name, wanted))
  }
}
