import Testing

@testable import Scenarios

@Suite struct SuggestionTests {
  static let keys = ["name", "camera", "microphone", "lasts", "at", "every", "before end"]

  @Test(arguments: [
    ("camra", "camera"), ("cmaera", "camera"), ("Camera", "camera"), ("mircophone", "microphone"),
    ("last", "lasts"),
    ("naem", "name"), ("a", "at"), ("before_end", "before end"), ("everyy", "every"),
  ]) func `a slip of the pen is understood`(text: String, meant: String) {
    #expect(Suggestion.nearest(to: text, among: Self.keys) == meant)
  }

  @Test(arguments: ["", "colour", "mike", "xyz", String(repeating: "camera", count: 20)])
  func `anything else is not guessed at`(text: String) {
    #expect(Suggestion.nearest(to: text, among: Self.keys) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbc", 1), ("", "abc", 3),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ]) func `distances are those of the literature`(source: String, target: String, distance: Int) {
    #expect(Suggestion.distance(from: source, to: target) == distance)
    #expect(Suggestion.distance(from: target, to: source) == distance)
  }
}
