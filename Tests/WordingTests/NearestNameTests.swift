import Testing

@testable import Wording

@Suite struct NearestNameTests {
  static let keys = ["name", "camera", "microphone", "lasts", "at", "every", "before end"]

  @Test(arguments: [
    ("camra", "camera"), ("cmaera", "camera"), ("Camera", "camera"), ("mircophone", "microphone"),
    ("last", "lasts"),
    ("naem", "name"), ("a", "at"), ("before_end", "before end"), ("everyy", "every"),
  ]) func `a slip of the pen is understood`(text: String, meant: String) {
    #expect(NearestName.of(text, among: Self.keys) == meant)
  }

  @Test(arguments: ["", "colour", "mike", "xyz", String(repeating: "camera", count: 20)])
  func `anything else is not guessed at`(text: String) {
    #expect(NearestName.of(text, among: Self.keys) == nil)
  }

  @Test func `of two names as near, the earlier one is meant`() {
    #expect(NearestName.of("cat", among: ["bat", "rat", "at"]) == "bat")
    #expect(NearestName.of("cats", among: ["bats", "cat's", "cats"]) == "cats")
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbc", 1), ("", "abc", 3),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ]) func `distances are those of the literature`(source: String, target: String, distance: Int) {
    #expect(NearestName.distance(from: source, to: target) == distance)
    #expect(NearestName.distance(from: target, to: source) == distance)
  }
}
