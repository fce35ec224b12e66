import TestSupport
import Testing
import XMLStreaming

@Suite struct ChunkingTests {
  @Test(arguments: wellFormedDocuments.map(\.document))
  func `a document cut in two anywhere gives the same events`(document: String) {
    let whole = Parsing(document)
    for cut in 0...document.utf8.count {
      #expect(Parsing(document, cutAt: [cut]) == whole, "cut at \(cut)")
    }
  }

  @Test(arguments: wellFormedDocuments.map(\.document))
  func `a document fed byte by byte gives the same events`(document: String) {
    #expect(Parsing(document, cutAt: Array(0..<document.utf8.count)) == Parsing(document))
  }

  @Test(arguments: hostileDocuments.filter { $0.bytes.count < 2000 })
  func `a refused document cut in two anywhere is refused for the same reason`(document: HostileDocument) {
    let bytes = document.bytes
    for cut in 0...bytes.count {
      #expect(Parsing(bytes, cutAt: [cut]).error?.caseName == document.error, "cut at \(cut)")
    }
    #expect(Parsing(bytes, cutAt: Array(0..<bytes.count)).error?.caseName == document.error)
  }

  @Test(arguments: 1...20)
  func `a large random document cut at random gives the same events`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let document = Array(randomDocument(&random).utf8)
    let whole = Parsing(document)
    #expect(whole.error == nil)
    for _ in 0..<4 {
      let largest = [3, 40, 700, 20_000].randomElement(using: &random) ?? 1
      let cuts = randomCuts(of: document.count, largest: largest, &random)
      #expect(Parsing(document, cutAt: cuts) == whole, "seed \(seed), pieces up to \(largest)")
    }
  }

  private func randomCuts(of count: Int, largest: Int, _ random: inout SeededGenerator) -> [Int] {
    var cuts: [Int] = []
    var position = Int.random(in: 0...largest, using: &random)
    while position < count {
      cuts.append(position)
      position += Int.random(in: 0...largest, using: &random)
    }
    return cuts
  }
}

/// A document of a thousand elements or so with every kind of content.
private func randomDocument(_ random: inout SeededGenerator) -> String {
  var document = "<?xml version=\"1.0\"?>\r\n<a>"
  for _ in 0..<300 { document += randomElement(depth: 0, &random) }
  return document + "</a>\n"
}

private func randomElement(depth: Int, _ random: inout SeededGenerator) -> String {
  let name = ["a", "b", "bbb-origin", "é", "unknown", "p:b"].randomElement(using: &random) ?? "a"
  let attribute = Bool.random(using: &random) ? "" : " x=\"1 &lt; \u{E9}\""
  let count = depth > 4 ? 0 : Int.random(in: 0...3, using: &random)
  let content = (0..<count).map { _ in randomContent(depth: depth, &random) }.joined()
  return content.isEmpty ? "<\(name)\(attribute)/>" : "<\(name)\(attribute)>\(content)</\(name)>"
}

private func randomContent(depth: Int, _ random: inout SeededGenerator) -> String {
  switch Int.random(in: 0..<8, using: &random) {
  case 0: "\n"
  case 1: "\r\n"
  case 2: "<![CDATA[ & < é ]] ]]>"
  case 3: "<!-- <b> & -->"
  case 4: "&amp;&#233;&#x1F600;"
  case 5: String(repeating: "Grüße 日本 😀 ", count: Int.random(in: 1...60, using: &random))
  default: randomElement(depth: depth + 1, &random)
  }
}

extension XMLStreamError {
  /// The error without position and detail.
  var caseName: String { Mirror(reflecting: self).children.first?.label ?? "empty" }
}
