import Hummingbird

extension ControlOperation {
  static let readClock = ControlOperation(
    id: "readClock", method: .get, path: "/clock",
    summary: "What time it is there, and how fast time passes.",
    answer: .view(ClockView.self)
  ) { call in try .json(ClockView(call.server)) }

  static let changeClock = ControlOperation(
    id: "changeClock", method: .post, path: "/clock",
    summary:
      "Lets time pass at once, jumps to a moment of the day, stops time or lets it run. Time never goes back.",
    body: Body(schema: ClockChange.schema, example: ["advance": "5m"]), answer: .view(ClockView.self),
    refusals: [400, 413, 415]
  ) { call in
    try ClockChange(json: call.body).apply(to: call.server)
    return try .json(ClockView(call.server))
  }
}
