import BBBReading

extension Anomaly {
  /// What happened and what it cost, for the reference page.
  var meaning: String {
    switch self {
    case .missingElement:
      "an element that BigBlueButton always writes is absent, or empty and must not be; nothing is added."
    case .malformedNumber: "not a whole number of 0 or more, however it is grouped; nothing is added."
    case .malformedBoolean: "neither `true` nor `false`; the meeting is counted in neither way."
    case .repeatedElement:
      "an element stands a second time; of values the first counts, of lists every entry."
    case .strayText: "text where only elements belong; it is passed over."
    case .overlongText: "a value longer than 4096 bytes; it is passed over."
    case .unknownElement:
      "an element that no known version writes there; it is passed over. Perhaps the server is newer than this exporter."
    case .tooManyClientTypes:
      "more client types than are told apart; the others are summed, or not counted by type."
    case .tooManyOrigins: "more origins than are told apart, once an answer; the others are summed."
    case .createdInFuture:
      "a meeting created later than now, so without a duration: a clock is wrong, see `bbb_api_clock_skew_seconds`."
    }
  }
}
