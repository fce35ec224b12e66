import PrometheusText
import Testing

@Suite struct `Looking up samples` {
  private let index = SampleIndex(ContractFamilies.all)

  @Test func `the order of labels does not matter`() {
    #expect(
      index.value(of: "bbb_meetings_participants_origin", ["name": "moodle", "server": "lms.example.org"])
        == 1202)
    #expect(index.value(of: "bbb_meetings_participants_origin", ["name": "", "server": ""]) == 12)
  }

  @Test func `all labels must be named`() {
    #expect(index.value(of: "bbb_meetings_participants_origin", ["name": "moodle"]) == nil)
    #expect(index.value(of: "bbb_meetings", ["name": "moodle"]) == nil)
    #expect(index.value(of: "bbb_unheard_of") == nil)
  }

  @Test func `bounds are compared as numbers`() {
    for bound in ["15", "15.0", "1.5e1"] {
      #expect(index.value(of: "bbb_room_participants_bucket", ["le": bound]) == 1)
    }
    #expect(index.value(of: "bbb_room_participants_bucket", ["le": "+Inf"]) == 3)
    #expect(index.value(of: "bbb_room_participants_gcount") == 3)
  }

  @Test func `samples of a name come in order`() {
    #expect(index.samples(named: "bbb_meetings_participant_clients").map(\.value) == [1231, 3, 0])
    #expect(index.samples(named: "bbb_unique_meetings").isEmpty)
    #expect(index.samples(named: "bbb_unique_meetings_total").count == 1)
  }

  @Test func `spellings of a letter that differ in bytes are different labels`() {
    let twice = MetricFamily.gauge(
      "a", help: "", values: [([Label("b", "\u{E9}")], 1), ([Label("b", "e\u{301}")], 2)])
    let index = SampleIndex([twice])
    #expect(index.value(of: "a", ["b": "e\u{301}"]) == 2)
    let page = ExpositionWriter.bytes(of: [twice], as: .text)
    #expect(ExpositionLint.findings(in: page, as: .text) == [])
  }
}
