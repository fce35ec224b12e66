import BBBAPI
import Testing

@Suite struct RawQueryTests {
  @Test(arguments: [
    ("", ""),
    ("a=1", "a=1"),
    ("checksum=abc", ""),
    ("checksum=abc&a=1", "a=1"),
    ("a=1&checksum=abc", "a=1"),
    ("a=1&checksum=abc&b=2", "a=1&b=2"),
    // Twice the same: both go.
    ("checksum=abc&a=1&checksum=abc", "a=1"),
    ("checksum=abc&checksum=abc", ""),
    // Twice, different: the first counts, the second stays and is hashed.
    ("checksum=abc&a=1&checksum=def", "a=1&checksum=def"),
    // Text is text: other names that end alike lose their tails, longer values their beginnings.
    ("a=1&xchecksum=abc&checksum=abc", "a=1&x"),
    ("a=1&checksum=abc&b=checksum=abc2", "a=1&b=2"),
    ("checksum=abc&a=checksum=abc", "a="),
    // An encoded checksum is decoded before it is searched for, so it is not found.
    ("a=1&checksum=%61bc", "a=1&checksum=%61bc"),
    ("a=1&checksum=abc%20", "a=1%20"),
    // An empty one.
    ("a=1&checksum=", "a=1"),
    ("checksum=&a=1", "a=1"),
    ("a=1&checksum", "a=1&checksum"),
    // A disguised name is found, but its disguise stays.
    ("a=1&%20checksum=abc", "a=1&%20"),
    ("Checksum=abc&a=1", "Checksum=abc&a=1"),
    ("a=1&&checksum=abc&", "a=1&&"),
    // Regrown by removal, and not removed again.
    ("checkchecksum=abcsum=abc&checksum=abc", "checksum=abc"),
    // The one query shape found where the order of the three removals shows.
    ("checksum=abc&a=1&checkchecksum=abc&sum=abc", "a=1&"),
  ])
  func `the checksum is removed as text, everywhere`(query: String, covered: String) {
    #expect(RawQuery(query).withoutChecksum == covered)
  }

  @Test(arguments: [
    ("", []), ("checksum=abc", ["abc"]), ("a=1&checksum=abc&checksum=def", ["abc", "def"]),
    ("%20checksum=abc", ["abc"]), ("checksum=%41%00+", ["A"]), ("CHECKSUM=abc", []), ("checksum", [""]),
  ])
  func `every checksum is found under its sanitised name`(query: String, checksums: [String]) {
    #expect(RawQuery(query).checksums == checksums)
  }
}
