import BBBReading
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("0", 0), ("3", 3), ("1234", 1234), ("007", 7), (" 12\n", 12), ("12<!-- -->34", 1234),
    ("1,234", 1234), ("12,345", 12_345), ("123,456", 123_456), ("1,234,567", 1_234_567),
    ("1.234", 1234), ("1.234.567", 1_234_567), ("1 234", 1234), ("1 234 567", 1_234_567),
    ("1\u{A0}234", 1234), ("1\u{202F}234", 1234), ("1\u{2019}234", 1234), ("1'234", 1234),
    ("1&#160;234", 1234),
    ("1.000", 1000), ("12.000", 12_000), ("12.0", 12), ("1234.00", 1234), ("0.0", 0),
    ("9223372036854775807", Int.max), ("9,223,372,036,854,775,807", Int.max),
  ])
  func `a number however grouped is read`(text: String, value: Int) {
    let answer = MeetingsAnswer(answer(changing: ["participantCount": text]))
    #expect(answer.meetings.map(\.participantCount) == [value])
    #expect(answer.anomalies == [])
  }

  @Test(arguments: [
    "", " ", "-1", "+1", "-0", "1e3", "0x10", "many", "1,23", "1,2345", "1234,567", "12.5", "12.50",
    "12.0000",
    "1,234.5", "1,234.567", "1,234.0", "1 234,567", "1,,234", ",234", "1,", "1,234,", "0,123", "1\u{2009}234",
    "1  234",
    "1\u{A0} 234", "١٢", "9223372036854775808", "99999999999999999999", "NaN", "true",
  ])
  func `what is no whole number costs that field alone`(text: String) {
    let answer = MeetingsAnswer(answer(changing: ["participantCount": text]))
    #expect(answer.meetings.map(\.participantCount) == [nil])
    #expect(answer.meetings.map(\.listenerCount) == [1])
    #expect(answer.anomalies == ["malformedNumber participantCount"])
  }

  @Test(arguments: [("true", true), ("false", false), ("TRUE", true), ("False", false), ("\ntrue ", true)])
  func `a boolean in any case is read`(text: String, value: Bool) {
    let answer = MeetingsAnswer(answer(changing: ["isBreakout": text, "recording": text]))
    #expect(answer.meetings.map(\.isBreakout) == [value])
    #expect(answer.meetings.map(\.isRecorded) == [value])
    #expect(answer.anomalies == [])
  }

  @Test(arguments: ["", "yes", "1", "truee", "true false"])
  func `what is no boolean costs that field alone`(text: String) {
    let answer = MeetingsAnswer(answer(changing: ["isBreakout": text]))
    #expect(answer.meetings.map(\.isBreakout) == [nil])
    #expect(answer.anomalies == ["malformedBoolean isBreakout"])
  }
}
