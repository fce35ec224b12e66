import BBBAPI
import ConformanceKit

extension Rule {
  /// Who may not call: checksums that prove nothing, and how they are refused.
  static let forgery: [Rule] = [
    Rule(
      "signing/other-calls-checksum-refused", .required,
      "A checksum that was made for another call is refused with checksumError.",
      .facts("§1.1", "checksum = hex(H(callName + rawQueryString + secret))")
    ) { hearing in
      let answer = try await hearing.ask(hearing.harmless(), signature: Signature(otherCall: "getMeetings"))
      hearing.expectRefusal(answer, keys: ["checksumError"])
    },

    Rule(
      "signing/smuggled-parameter-refused", .required,
      "A parameter that the checksum does not cover is refused with checksumError.",
      .facts("§1.1", "everything in the query but the checksum is covered")
    ) { hearing in
      let answer = try await hearing.ask(
        hearing.harmless(), signature: Signature(smuggled: ["fullName=Nobody"]))
      hearing.expectRefusal(answer, keys: ["checksumError"])
    },

    Rule(
      "signing/odd-length-refused", .required,
      "A checksum with as many digits as no hash has is refused with checksumError.",
      .facts("§1.2", "any other length: same error as wrong checksum")
    ) { hearing in
      for digits in [32, 63] {
        let answer = try await hearing.ask(hearing.harmless(), signature: Signature(digits: digits))
        hearing.expectRefusal(answer, keys: ["checksumError"])
      }
    },

    Rule(
      "signing/empty-checksum-refused", .required, "An empty checksum is refused with checksumError.",
      .facts("§1.3", "missing/empty checksum: checksumError")
    ) { hearing in
      let answer = try await hearing.ask(hearing.harmless(), signature: Signature(digits: 0))
      hearing.expectRefusal(answer, keys: ["checksumError"])
    },

    Rule(
      "signing/checked-first", .recommended,
      "Where the checksum is wrong, nothing else that is wrong is told.",
      .facts("§1.3", "if the checksum is bad, no other parameter errors are looked at (2.4+)")
    ) { hearing in
      for call in [APICall.create, .getMeetingInfo, .isMeetingRunning] {
        let answer = try await hearing.ask(Question(call), signature: Signature(isForged: true))
        hearing.expectRefusal(answer, keys: ["checksumError"])
      }
    },

    Rule(
      "signing/refusal-texts", .recommended,
      "A wrong checksum is refused in the words of bbb-web, and of its recording calls.",
      .facts("§1.3", "Checksums do not match; You did not pass the checksum security check")
    ) { hearing in
      let forged = Signature(isForged: true)
      hearing.expect(
        try await hearing.ask(Question(.getMeetings), signature: forged), says: .checksumMismatch)
      hearing.expect(
        try await hearing.ask(Question(.getRecordings), signature: forged), says: .checksumNotPassed)
    },

    Rule(
      "signing/repeated-checksum", .informative,
      "A request with its checksum twice is refused since 3.0; before, the first counts.",
      .facts("§1.3", "more than one checksum parameter (3.0+ newest): checksumError")
    ) { hearing in
      let answer = try await hearing.ask(hearing.harmless(), signature: Signature(isRepeated: true))
      if hearing.profile.rejectsRepeatedChecksum {
        hearing.expectRefusal(answer, keys: ["checksumError"])
      } else {
        hearing.expectSuccess(answer)
      }
    },
  ]
}
