import BBBAPI
import TestSupport
import Testing

@Suite struct QueryParametersTests {
  @Test(arguments: [
    ("", []),
    ("a=1&b=2", [Metadatum("a", "1"), Metadatum("b", "2")]),
    ("a=1&a=2", [Metadatum("a", "1"), Metadatum("a", "2")]),
    ("a", [Metadatum("a", "")]),
    ("a=", [Metadatum("a", "")]),
    ("a=b=c", [Metadatum("a", "b=c")]),
    ("&&a=1&", [Metadatum("a", "1")]),
    ("=1&a=2", [Metadatum("a", "2")]),
    ("+=1&a=2", [Metadatum("a", "2")]),
    ("na+me=Ann+Lee%20%2B", [Metadatum("na me", "Ann Lee +")]),
    ("a=%C3%A9%F0%9F%8E%93", [Metadatum("a", "é🎓")]),
    ("a=é🎓", [Metadatum("a", "é🎓")]),
    ("a=%c3%a9", [Metadatum("a", "é")]),
  ])
  func `parameters are decoded in order`(query: String, pairs: [Metadatum]) {
    #expect(QueryParameters(decoding: query).pairs == pairs)
  }

  @Test(arguments: [
    ("a=%", "%"), ("a=%4", "%4"), ("a=%zz", "%zz"), ("a=%4g1", "%4g1"), ("a=100%25%", "100%%"),
    ("a=%%41", "%A"), ("a=%E2%82", "\u{FFFD}"), ("a=%FF%FE", "\u{FFFD}\u{FFFD}"),
    ("a=%ED%A0%80", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a=%C0%80x", "\u{FFFD}\u{FFFD}x"), ("a=%\u{301}1", "%\u{301}1"), ("a=\u{301}", "\u{301}"),
  ])
  func `broken encodings are kept and never crash`(query: String, value: String) {
    let decoded = QueryParameters(decoding: query)["a"]
    #expect(decoded.map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
  }

  @Test func `a combining mark does not hide a separator`() {
    let parameters = QueryParameters(decoding: "a=1&\u{301}b=2")
    #expect(parameters.pairs == [Metadatum("a", "1"), Metadatum("\u{301}b", "2")])
  }

  @Test(arguments: [
    ("a=%20x%20", "x", true), ("a=x", "x", false), ("a=x%00y%1F%7F", "xy", true), ("a=x%7Fy", "xy", true),
    ("a=%0A%0D%09x", "x", true),
    ("a=%20%20", "", true), ("a=", "", false), ("a=x%C2%85y", "x\u{85}y", false), ("a=%00%20x", "x", true),
    ("a=%C2%A0x", "\u{A0}x", false),
  ])
  func `control characters go, then the blanks around`(query: String, value: String, isAltered: Bool) {
    let parameters = QueryParameters(decoding: query)
    #expect(parameters["a"] == value)
    #expect(parameters.isAltered("a") == isAltered)
  }

  @Test func `the first value wins, the query before the form`() {
    let query = QueryParameters(decoding: "a=1&a=2")
    let merged = query.appending(QueryParameters(decoding: "a=%203&b=+4"))
    #expect(merged["a"] == "1")
    #expect(merged["b"] == "4")
    #expect(merged["c"] == nil)
    #expect(merged.values(of: "a") == ["1", "2", "3"])
    #expect(!merged.isAltered("a"))
    #expect(merged.isAltered("b"))
  }

  @Test func `names keep their case`() {
    #expect(QueryParameters(decoding: "meetingid=1")["meetingID"] == nil)
  }

  @Test func `two thousand random texts are decoded without a crash`() {
    var random = SeededGenerator(seed: 20_260_302)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : Array("%&=+ 4aF".utf8).randomElement(using: &random) ?? 0
      }
      let query = String(decoding: bytes, as: UTF8.self)
      let pairs = QueryParameters(decoding: query).pairs
      #expect(pairs.allSatisfy { !$0.key.isEmpty && !$0.value.utf8.contains { $0 < 0x20 } }, "query \(bytes)")
    }
  }
}
