import BBBAPI
import ConformanceKit

extension Rule {
  /// How texts and containers are written.
  static let writing: [Rule] = [
    Rule(
      "documents/names-escaped", .required,
      "A name with markup, quotation marks and letters of many scripts comes back as it was given.",
      .facts("§0", "escaping set: & < > \" '; encoding UTF-8")
    ) { hearing in
      let name = "Größe & <b> \"ж\" '日本' 🎓"
      let meeting = try await hearing.openedMeeting(["name": name]).meeting
      let info = try await hearing.info(meeting)
      hearing.expect(
        try hearing.success(info).text(of: "meetingName") == name, "the name is another one", in: info)
      let listing = try await hearing.ask(.getMeetings)
      let entry = try hearing.entry(of: meeting, in: listing)
      hearing.expect(
        entry?.text(of: "meetingName") == name, "the name is another one, or not listed", in: listing)
    },

    Rule(
      "documents/metadata-escaped", .required,
      "Metadata with markup and separators comes back as it was given.",
      .facts("§2.6", "<endcallbackurl>https://lms.test/cb?id=1&amp;x=2</endcallbackurl>")
    ) { hearing in
      let value = "https://conformance.invalid/?a=1&b=<2>+3%204"
      let meeting = try await hearing.openedMeeting(["meta_proving-text": value]).meeting
      let answer = try await hearing.info(meeting)
      hearing.expect(
        "the metadata is another one", try hearing.success(answer)["metadata"]?.text(of: "proving-text"),
        is: value, in: answer)
    },

    Rule(
      "documents/flat-lines", .recommended,
      "Answers about meetings have an element a line: no indentation, no blank line, no line feed at the end.",
      .facts("§0", "each element on its own line, zero indentation, no blank lines, no final newline")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      for answer in [try await hearing.info(opened.meeting), try await hearing.create(opened.meeting)] {
        _ = try hearing.success(answer)
        let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
        hearing.expect(
          lines.allSatisfy { $0.wholeMatch(of: /<\/?[^<>\s]+>|<([^<>\s]+)>[^<>\r]*<\/[^<>\s]+>/) != nil },
          "a line is not just an element, or its beginning, or its end", in: answer)
      }
    },

    Rule(
      "documents/empty-containers", .recommended,
      "Containers that hold nothing are written open and closed, on two lines.",
      .facts(
        "§0", "empty containers are <attendees>\\n</attendees>, <metadata>\\n</metadata>, never self-closed")
    ) { hearing in
      let meeting = hearing.nextMeeting()
      let bare = meeting.parameters(without: "meta_\(OwnMeeting.metadataKey)")
      _ = try hearing.success(try await hearing.create(meeting, bare))
      let answer = try await hearing.info(meeting)
      for name in ["attendees", "metadata"] {
        hearing.expect(
          answer.text.contains("<\(name)>\n</\(name)>"), "<\(name)> is written in another way", in: answer)
      }
    },

    Rule(
      "documents/blanks-collapsed", .informative, "Several blanks in a name are written as one.",
      .facts("§0", "a meeting called `A   B` is emitted as `A B`")
    ) { hearing in
      let meeting = try await hearing.openedMeeting(["name": "Conformance   blanks"]).meeting
      let answer = try await hearing.info(meeting)
      hearing.expect(
        "the name is another one", try hearing.success(answer).text(of: "meetingName"),
        is: "Conformance blanks", in: answer)
    },

    Rule(
      "documents/not-cached", .recommended,
      "Answers that change from call to call say Cache-Control: no-cache.",
      .facts("§0", "no-cache on: index, create, isMeetingRunning, end, getMeetings, getSessions, errors")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let answers = [
        try await hearing.ask(.index), try await hearing.create(opened.meeting),
        try await hearing.ask(.isMeetingRunning, ["meetingID": opened.meeting.meetingID]),
        try await hearing.ask(.getMeetings), try await hearing.info(hearing.nextMeeting()),
      ]
      for answer in answers {
        hearing.expect(
          "Cache-Control is another one", answer.header("Cache-Control"), is: "no-cache",
          in: answer)
      }
    },

    Rule(
      "documents/charset", .informative, "XML answers name their encoding: charset=utf-8.",
      .facts("§0", "Grails appends the charset [?]")
    ) { hearing in
      let answer = try await hearing.ask(.getMeetings)
      let parameters = (answer.contentType ?? "").lowercased().split(separator: ";").dropFirst()
      hearing.expect(
        parameters.contains { $0.filter { $0 != " " && $0 != "\"" } == "charset=utf-8" },
        "the charset is not there, or another one", in: answer)
    },
  ]
}
