import PrometheusText

/// Families that look like those of the exporter contract, with some of its harder label values.
enum ContractFamilies {
  static let all: [MetricFamily] = meetings + recordings + [latency] + rooms + counters + builds

  private static let meetings: [MetricFamily] = [
    .gauge("bbb_meetings", help: "Meetings that run now, breakout rooms included.", value: 3),
    .gauge("bbb_meetings_participants", help: "People in all meetings.", value: 1234),
    .gauge("bbb_meetings_participants_max", help: "People in the largest meeting.", value: 1202),
    .gauge("bbb_meetings_listeners", help: "People who only listen.", value: 900),
    .gauge("bbb_meetings_voice_participants", help: "People with a microphone.", value: 301),
    .gauge("bbb_meetings_video_participants", help: "People with a camera.", value: 42),
    .gauge(
      "bbb_meetings_participant_clients", help: "People by the client that they use.",
      values: [
        ([Label("type", "html5")], 1231), ([Label("type", "dial-in")], 3), ([Label("type", "flash")], 0),
      ]),
    .gauge(
      "bbb_meetings_participants_origin",
      help: "People by the \"origin\" of their meeting: a \\ and\na line.",
      values: [
        ([Label("server", "lms.example.org"), Label("name", "moodle")], 1202),
        ([Label("server", ""), Label("name", "")], 12),
        ([Label("server", "\"quoted\" \\ back\nslash"), Label("name", "größe ☕️ {a=\"b\"},")], 20),
      ]),
  ]

  private static let recordings: [MetricFamily] =
    ["processing", "published", "unpublished", "deleted", "unprocessed"].enumerated().map { index, state in
      .gauge("bbb_recordings_\(state)", help: "Recordings that are \(state).", value: Double(index * 17))
    }

  private static let latencyBounds = [
    0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 5, 7.5, 10,
  ]

  private static var latency: MetricFamily {
    func histogram(_ seconds: [Double]) -> Histogram { Histogram(latencyBounds, .canonical, seconds) }
    func call(_ endpoint: String, _ parameters: String) -> [Label] {
      [Label("endpoint", endpoint), Label("parameters", parameters)]
    }
    return .histogram(
      "bbb_api_latency", help: "Seconds that calls of the API took.",
      series: [
        (call("getMeetings", ""), histogram([0.0123, 0.02, 1, 12.5])),
        (call("getRecordings", "state=published"), histogram([0.5])),
        (call("getRecordings", "state=deleted"), histogram([])),
      ])
  }

  private static let rooms: [MetricFamily] = [
    room("participants", [0, 1, 5, 15, 30, 60, 90, 120, 150, 200, 250, 300, 400, 500], [12, 20, 1202]),
    room("listeners", [0, 1, 5, 15, 30, 60, 90, 120, 150, 200, 250, 300, 400, 500], [0, 0, 900]),
    room("voice_participants", [0, 1, 5, 15, 30, 60, 90, 120], [3, 5, 293]),
    room("video_participants", [0, 1, 5, 15, 30, 60, 90, 120], []),
  ]

  private static func room(_ name: String, _ bounds: [Double], _ counts: [Double]) -> MetricFamily {
    .gaugeHistogram("bbb_room_\(name)", help: "Rooms by \(name).", Histogram(bounds, .plain, counts))
  }

  private static let counters: [MetricFamily] = [
    .gauge("bbb_api_up", help: "Whether the API answers.", value: 1),
    .counter("bbb_unique_meetings", help: "Meetings seen since the start.", value: 7),
    .counter("bbb_unique_breakout_rooms", help: "Breakout rooms seen since the start.", value: 0),
  ]

  private static let builds: [MetricFamily] = [
    .gauge("bbb_version", help: "The version of BigBlueButton.", values: [([Label("version", "3.0.4")], 1)]),
    .gauge("bbb_exporter", help: "The version of the exporter.", values: [([Label("version", "1.0.0")], 1)]),
    MetricFamily(
      name: "bbb_scrape_age_seconds", type: .gauge, help: "The age of the figures.", unit: "seconds",
      samples: [Sample(value: 0.1)]),
  ]
}

extension Histogram {
  fileprivate init(_ bounds: [Double], _ style: BoundStyle, _ observations: [Double]) {
    self.init(upperBounds: bounds, boundStyle: style)
    for observation in observations { observe(observation) }
  }
}
