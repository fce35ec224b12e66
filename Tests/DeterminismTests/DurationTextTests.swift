import Determinism
import Testing

@Suite struct DurationTextTests {
  static let readable: [(String, Duration, String)] = [
    ("90m", .seconds(5400), "1h 30m"), ("1h30m", .seconds(5400), "1h 30m"),
    ("1h 30m", .seconds(5400), "1h 30m"),
    ("1.5h", .seconds(5400), "1h 30m"), ("2s", .seconds(2), "2s"), ("250ms", .milliseconds(250), "250ms"),
    ("0.25s", .milliseconds(250), "250ms"), ("1d", .seconds(86_400), "1d"),
    ("90d", .seconds(7_776_000), "90d"),
    ("1w", .seconds(604_800), "7d"), ("0m", .zero, "0s"),
    ("1d2h3m4s5ms", .milliseconds(93_784_005), "1d 2h 3m 4s 5ms"),
    ("36500d", .longestInText, "36500d"),
  ]

  @Test(arguments: readable) func `durations are read and written`(
    text: String, duration: Duration, written: String
  ) throws {
    #expect(try Duration(scenarioText: text) == duration)
    #expect(duration.scenarioText == written)
  }

  static let unreadable: [(String, DurationTextError)] = [
    ("", .malformed), ("m", .malformed), ("-5m", .malformed), ("five minutes", .malformed),
    ("1h ", .malformed),
    ("1h,30m", .malformed), ("1.h", .malformed), ("5 m", .missingUnit), ("90", .missingUnit),
    ("1h30", .missingUnit),
    ("5min", .unknownUnit("min")), ("5M", .unknownUnit("M")), ("1y", .unknownUnit("y")),
    ("30m1h", .unitOutOfOrder("h")), ("1m1m", .unitOutOfOrder("m")), ("1.5h30m", .malformed),
    ("36501d", .tooLong), ("99999999999999999999s", .tooLong), ("3153600000000w", .tooLong),
    ("٣m", .malformed),
  ]

  @Test(arguments: unreadable) func `other texts say what is wrong with them`(
    text: String, error: DurationTextError
  ) {
    #expect(throws: error) { try Duration(scenarioText: text) }
  }

  @Test func `reading undoes writing`() throws {
    var stream = StreamKey(seed: 32).stream
    for power in 0..<41 {
      for _ in 0..<100 {
        let duration = Duration.milliseconds(stream.nextInteger(below: 1 << power))
        #expect(try Duration(scenarioText: duration.scenarioText) == duration)
      }
    }
    #expect(Duration.seconds(-90).scenarioText == "-1m 30s")
  }
}
