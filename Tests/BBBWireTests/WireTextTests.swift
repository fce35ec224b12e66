import BBBAPI
import TestSupport
import Testing

@testable import BBBWire

@Suite struct WireTextTests {
  @Test(arguments: [
    ("", ""), ("Ann Lee", "Ann Lee"), (" A", " A"), ("A ", "A "), ("A   B", "A B"), (" ", " "), ("  ", " "),
    ("A \t B", "A B"), ("A\tB", "A B"), ("A \n B", "A\nB"), ("A\r\nB", "A\nB"), ("A\n\n\nB", "A\nB"),
    ("\n", "\n"),
    ("&<>\"'", "&amp;&lt;&gt;&quot;&apos;"), ("&amp;", "&amp;amp;"), ("]]>", "]]&gt;"),
    ("é🎓漢字", "é🎓漢字"), ("A\u{3000}\u{3000}B", "A B"), ("A\u{2003}\nB", "A\nB"), ("A\u{2028}B", "A B"),
    ("A\u{A0}\u{A0}B", "A\u{A0}\u{A0}B"), ("A\u{2007}\u{202F}B", "A\u{2007}\u{202F}B"),
    ("A\u{0}\u{8}B", "AB"), ("A\u{FFFE}\u{FFFF}B\u{FFFD}", "AB\u{FFFD}"), ("A\u{1F}B", "A B"),
    ("A \u{1} B", "A B"),
    ("\u{7F}\u{85}", "\u{7F}\u{85}"), ("ア\u{3001}", "ア\u{3001}"),
  ])
  func `values are escaped and their blanks collapsed`(value: String, written: String) {
    var text = WireText()
    text.value(value)
    #expect(text.bytes == Array(written.utf8), "\(String(decoding: text.bytes, as: UTF8.self))")
  }

  @Test(arguments: [
    0, 7, 10, 99, 100, 999, 1000, 1202, 12_345, 100_000, 1_735_689_600_123, -1, -1000, Int64.max, Int64.min,
  ])
  func `a number is written as its style says`(number: Int64) {
    for style in [NumberStyle.plain, .english, .grouped(separator: "\u{202F}")] {
      var text = WireText()
      text.number(number, style)
      #expect(String(decoding: text.bytes, as: UTF8.self) == style.text(number))
    }
  }

  @Test func `text that was taken is not written again`() {
    var document = MeetingsDocument(profile: .v3_0)
    var pieces: [UInt8] = []
    for meeting in [Samples.lesson, Samples.nasty] {
      document.append(meeting)
      pieces += document.text.take()
    }
    document.finish()
    #expect(pieces + document.text.take() == Response.getMeetings([Samples.lesson, Samples.nasty]))
    #expect(document.text.bytes.isEmpty)
  }

  @Test(arguments: Profile.all)
  func `a thousand people are grouped where the version groups`(profile: Profile) {
    var meeting = Samples.empty
    meeting.attendees = (0..<1202).map {
      Attendee(userID: "\($0)", fullName: "P", role: .moderator, audio: .listening)
    }
    meeting.details.maxUsers = 5000
    let list = String(decoding: Response.getMeetings([meeting], profile: profile), as: UTF8.self)
    let info = String(decoding: Response.getMeetingInfo(meeting, profile: profile), as: UTF8.self)
    // Facts §2.8, a row a version: counts and maxUsers of getMeetings, then both of getMeetingInfo.
    let expected: [String: [String]] = [
      "2.4": ["1,202", "5,000", "1,202", "5,000"], "2.5": ["1,202", "5,000", "1202", "5000"],
      "2.6": ["1,202", "5000", "1202", "5000"], "2.7": ["1,202", "5000", "1202", "5000"],
      "3.0": ["1202", "5000", "1202", "5000"],
    ]
    #expect(
      [list, info].flatMap { [Self.text("moderatorCount", $0), Self.text("maxUsers", $0)] }
        == expected[profile.name])
    for answer in [list, info] {
      for name in ["participantCount", "listenerCount"] {
        #expect(Self.text(name, answer) == Self.text("moderatorCount", answer))
      }
    }
  }

  private static func text(_ name: String, _ answer: String) -> String {
    guard let start = answer.firstRange(of: "<\(name)>"), let end = answer.firstRange(of: "</\(name)>") else {
      return ""
    }
    return String(answer[start.upperBound..<end.lowerBound])
  }

  @Test func `a switch lets custom data break the document as BBB does`() throws {
    var profile = Profile.v3_0
    profile.writesInvalidKeys = true
    let broken = Response.getMeetings([Samples.nasty], profile: profile)
    #expect(String(decoding: broken, as: UTF8.self).contains("<a b>dropped</a b>"))
    #expect(try XMLLint.complaints(about: broken) != "")
  }

  @Test func `a server that has no apiVersion shows its version only`() {
    var profile = Profile.v2_7
    profile.indexShape = .version
    let page = Response.index(ServerInformation(host: "bbb.test"), profile: profile)
    let expected = "<response>\n<returncode>SUCCESS</returncode>\n<version>2.0</version>\n</response>"
    #expect(page == Array(expected.utf8))
  }
}
