import ConformanceKit
import Testing

struct SlugTests {
  @Test(arguments: ["meetings/breakouts-counted-apart", "a/b", "api2/2xx-only", "0/0"])
  func `a well-formed slug is read and written alike`(text: String) throws {
    #expect(try Slug(text).description == text)
  }

  @Test(arguments: [
    ("meetings", SlugError.notTwoParts("meetings")),
    ("", .notTwoParts("")),
    ("a/b/c", .notTwoParts("a/b/c")),
    ("/b", .badPart("", of: "/b")),
    ("a/", .badPart("", of: "a/")),
    ("Meetings/x", .badPart("Meetings", of: "Meetings/x")),
    ("a/b--c", .badPart("b--c", of: "a/b--c")),
    ("a/-b", .badPart("-b", of: "a/-b")),
    ("a/b-", .badPart("b-", of: "a/b-")),
    ("a/b c", .badPart("b c", of: "a/b c")),
    ("a/é", .badPart("é", of: "a/é")),
  ])
  func `a malformed slug is refused with its reason`(text: String, expected: SlugError) {
    #expect(throws: expected) { try Slug(text) }
    #expect(expected.description.contains("'\(text)'"))
  }

  @Test func `a slug has a longest length`() throws {
    let longest = "a/" + String(repeating: "b", count: Slug.longest - 2)
    #expect(try Slug(longest).name.count == Slug.longest - 2)
    #expect(throws: SlugError.tooLong(longest + "b")) { try Slug(longest + "b") }
  }

  @Test func `cases of a group stand together`() {
    let slugs: [Slug] = ["a-b/x", "a/z", "a/b", "a-b/a"]
    #expect(slugs.sorted().map(\.description) == ["a/b", "a/z", "a-b/a", "a-b/x"])
  }
}
