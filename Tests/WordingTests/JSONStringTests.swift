import FoundationEssentials
import Testing
import Wording

@Suite struct JSONStringTests {
  /// Every kind of character: marks of JSON, all controls, line ends of Unicode, two halves, a private one.
  static let everything =
    String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
    + "\"\\/ü\u{7F}\u{2028}\u{10FFFF}😀e\u{301}"

  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("say \"no\" \\ n", #""say \"no\" \\ n""#),
    ("a\nb\r\tc", #""a\nb\r\tc""#),
    ("\u{1}\u{1F}\u{8}", #""\u0001\u001f\u0008""#), ("ü😀\u{7F}", "\"ü😀\u{7F}\""),
  ]) func `a text stands in quotation marks`(text: String, quoted: String) {
    #expect(JSONString.quoted(text) == quoted)
  }

  @Test func `what is to be escaped is, in halves where UTF-16 needs them`() {
    #expect(JSONString.quoted("aü\u{7F}😀") { $0.value >= 0x7F } == #""a\u00fc\u007f\ud83d\ude00""#)
  }

  @Test(arguments: [false, true]) func `a reader of JSON gets back every character`(isASCII: Bool) throws {
    let json = JSONString.quoted(Self.everything) { isASCII && !$0.isASCII }
    let read = try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8))
    #expect(read.first.map { Array($0.unicodeScalars) } == Array(Self.everything.unicodeScalars))
    #expect(!isASCII || json.utf8.allSatisfy { $0 < 0x80 })
  }
}
