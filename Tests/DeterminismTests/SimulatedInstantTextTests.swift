import Determinism
import Testing

@Suite struct SimulatedInstantTextTests {
  static let readable: [(text: String, milliseconds: Int64, written: String)] = [
    ("2026-03-02T08:00:00Z", 1_772_438_400_000, "2026-03-02T08:00:00Z"),
    ("2026-03-02T09:00:00+01:00", 1_772_438_400_000, "2026-03-02T08:00:00Z"),
    ("2026-03-01T22:30:00-09:30", 1_772_438_400_000, "2026-03-02T08:00:00Z"),
    ("2026-03-02T08:00:00.25Z", 1_772_438_400_250, "2026-03-02T08:00:00.250Z"),
    ("2026-03-02T08:00:00.0019999Z", 1_772_438_400_001, "2026-03-02T08:00:00.001Z"),
    ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59.999Z", -1, "1969-12-31T23:59:59.999Z"),
    ("2024-02-29T12:00:00Z", 1_709_208_000_000, "2024-02-29T12:00:00Z"),
    ("0000-01-01T00:00:00Z", -62_167_219_200_000, "0000-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
  ]

  @Test(arguments: readable) func `instants are read and written`(
    text: String, milliseconds: Int64, written: String
  ) throws {
    let instant = try #require(SimulatedInstant(iso8601: text))
    #expect(instant.millisecondsSinceEpoch == milliseconds)
    #expect(instant.iso8601 == written)
  }

  @Test(arguments: [
    "", "2026", "2026-03-02", "2026-03-02 08:00:00Z", "2026-03-02T08:00Z", "2026-03-02T08:00:00",
    "2026-02-29T08:00:00Z", "2026-13-01T08:00:00Z", "2026-00-01T08:00:00Z", "2026-01-00T08:00:00Z",
    "2026-03-02T24:00:00Z", "2026-03-02T08:60:00Z", "2026-03-02T08:00:60Z", "2026-03-02T08:00:00.Z",
    "2026-03-02T08:00:00+1:00", "2026-03-02T08:00:00+01:60", "2026-03-02T08:00:00Zz",
    "9999-12-31T23:59:59-01:00", "0000-01-01T00:00:00+01:00", "२०२६-03-02T08:00:00Z",
  ]) func `other texts are no instants`(text: String) {
    #expect(SimulatedInstant(iso8601: text) == nil)
  }

  @Test func `reading undoes writing`() {
    var stream = StreamKey(seed: 31).stream
    let span = Int(
      SimulatedInstant.latest.millisecondsSinceEpoch - SimulatedInstant.earliest.millisecondsSinceEpoch)
    for _ in 0..<20_000 {
      let instant = SimulatedInstant.earliest.advanced(by: .milliseconds(stream.nextInteger(below: span)))
      #expect(SimulatedInstant(iso8601: instant.iso8601) == instant)
    }
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
    ("1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ("2024-02-29T23:59:59.999Z", "Thu, 29 Feb 2024 23:59:59 GMT"),
    ("1969-12-31T23:59:59.001Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
  ])
  func `HTTP writes an instant in its own way`(text: String, written: String) throws {
    #expect(try #require(SimulatedInstant(iso8601: text)).httpDate == written)
  }
}
