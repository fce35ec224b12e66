import TestSupport
import Testing

@testable import BBBClient

@Suite struct RedactionTests {
  @Test(arguments: [
    ("", ""), ("nothing here", "nothing here"), ("a=b", "a=b"),
    ("getMeetings?checksum=abc", "getMeetings?checksum=(redacted)"),
    ("x?checksum=abc&state=any", "x?checksum=(redacted)&state=any"),
    ("x?state=any&checksum=abc", "x?state=any&checksum=(redacted)"),
    ("x?CHECKSUM=abc&checksum=def end", "x?CHECKSUM=(redacted)&checksum=(redacted) end"),
    ("join?fullName=Ada&password=p&meetingID=m", "join?fullName=(redacted)&password=(redacted)&meetingID=m"),
    ("create?attendeePW=a=b&moderatorPW=c", "create?attendeePW=(redacted)&moderatorPW=(redacted)"),
    ("password=\"a b&c\" x", "password=(redacted) x"), ("secret='abc", "secret=(redacted)"),
    ("a=\"b\"", "a=\"b\""),
    ("u=http%3A%2F%2Fh%3Fchecksum%3Dabc&x=y", "u=http%3A%2F%2Fh%3Fchecksum%3D(redacted)&x=y"),
    ("100% of token=abc", "100% of token=(redacted)"), ("token=", "token=(redacted)"), ("=", "="), ("%", "%"),
    ("url \"http://h/?checksum=abc\" failed", "url \"http://h/?checksum=(redacted)\" failed"),
  ])
  func `values that prove something or name a person are replaced`(_ text: String, _ expected: String) {
    #expect(Redaction.redacted(text) == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("two\nlines\u{1b}[31m", "two lines [31m"),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 200) + "…"),
  ])
  func `a text of others fits on one line`(_ text: String, _ expected: String) {
    #expect(text.singleLine == expected)
  }

  /// Words, signs and secrets in any order; every secret stands behind the name of a secret parameter.
  private func randomText(_ generator: inout SeededGenerator) -> String {
    let names = ["checksum", "CHECKSUM", "attendeePW", "password", "fullName", "sessionToken", "API_SECRET"]
    let noise = [
      "&", "?", " ", "\"", "'", "a=b", "x", "=", "%3D", "%", "é", "\n", "http://h/", "\u{202E}", "\0",
      "(redacted)", "==",
    ]
    return (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      guard Bool.random(using: &generator) else { return generator.pick(noise) }
      let value = generator.pick(["hush", "hush%20hush", "\"hush & hush\"", "'hush hush'", "hush=hush"])
      return generator.pick(["&", "?", " "]) + generator.pick(names) + generator.pick(["=", "%3D", "%3d"])
        + value
        + generator.pick(["&", " ", "\"", ""])
    }.joined()
  }

  @Test func `whatever surrounds a secret, it goes, and going over it again changes nothing`() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<20_000 {
      let text = randomText(&generator)
      let redacted = Redaction.redacted(text)
      #expect(!redacted.contains("hush"), "seed 7, round \(round): \(text)")
      #expect(Redaction.redacted(redacted) == redacted, "seed 7, round \(round): \(text)")
    }
  }

  @Test func `any text is one short line of visible characters, and stays as it is from then on`() {
    var generator = SeededGenerator(seed: 8)
    let pieces = [
      "a", "\r\n", "\u{2028}", "\u{85}", "\0", "\u{1B}[2J", "\u{202E}", "\u{200D}", "e\u{301}",
      "\u{1F468}\u{200D}\u{1F469}",
      "\u{FEFF}", "\u{E000}", "\u{FFFF}", "\t", "…", "ß", "\u{FFFD}",
    ]
    for round in 0..<5_000 {
      let count = Int.random(in: 0...250, using: &generator)
      let text = (0..<count).map { _ in generator.pick(pieces) }.joined()
      let line = text.singleLine
      let scalars = line.unicodeScalars
      #expect(scalars.count == min(text.unicodeScalars.count, 201), "seed 8, round \(round)")
      #expect(scalars.allSatisfy { $0 == " " || !$0.properties.isWhitespace }, "seed 8, round \(round)")
      #expect(
        scalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" && $0 != "\u{7F}" },
        "seed 8, round \(round)")
      #expect(line.singleLine == line, "seed 8, round \(round)")
    }
  }
}
