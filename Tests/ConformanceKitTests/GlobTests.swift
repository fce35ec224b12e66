import ConformanceKit
import Testing

struct GlobTests {
  @Test(arguments: [
    ("meetings/*", "meetings/counted", true),
    ("meetings/*", "meetings-more/counted", false),
    ("*latency*", "api/latency-histogram", true),
    ("*latency*", "latency/x", true),
    ("*latency*", "api/laten-cy", false),
    ("*", "a/b", true),
    ("meetings", "meetings/counted", true),
    ("meetings", "meetings-more/counted", false),
    ("counted", "meetings/counted", false),
    ("a/?", "a/b", true),
    ("a/?", "a/bc", false),
    ("a/b", "a/b", true),
    ("a/b", "a/bc", false),
    ("a/bc", "a/b", false),
    ("*/b*d*f", "a/bcdef", true),
    ("*/b*d*f", "a/bcdefg", false),
    ("*a*a*a*a*a*a*a*b", "a/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
    ("a/b***", "a/b", true),
    ("", "a/b", false),
  ])
  func `a pattern matches the whole slug`(pattern: String, slug: String, expected: Bool) throws {
    #expect(try Glob(pattern).matches(Slug(slug)) == expected)
  }

  @Test(arguments: [("a/b", true), ("a/*", false), ("a", false), ("a/?", false)])
  func `only a pattern without wildcards is exact`(pattern: String, expected: Bool) {
    #expect(Glob(pattern).isExact == expected)
  }
}
