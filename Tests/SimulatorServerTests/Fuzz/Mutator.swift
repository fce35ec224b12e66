import Determinism

/// Makes nonsense that is nearly sense: a few changes to something from a corpus, by a seed.
struct Mutator {
  let corpus: [[UInt8]]
  /// Pieces that mean something to the parser, more often than chance would bring them.
  let words: [[UInt8]]

  init(corpus: [String], words: [String]) {
    self.corpus = corpus.map { Array($0.utf8) }
    self.words =
      words.map { Array($0.utf8) } + [[0], [0xff], [0xc3], [0xed, 0xa0, 0x80], [0xef, 0xbb, 0xbf]]
  }

  private static let longest = 20_000

  func nonsense(_ random: inout RandomStream) -> [UInt8] {
    var bytes = corpus[random.nextInteger(below: corpus.count)]
    for _ in 0...random.nextInteger(below: 6) { change(&bytes, &random) }
    return bytes.count > Self.longest ? Array(bytes.prefix(Self.longest)) : bytes
  }

  private func change(_ bytes: inout [UInt8], _ random: inout RandomStream) {
    let place = random.nextInteger(below: bytes.count + 1)
    let span = place..<min(bytes.count, place + 1 + random.nextInteger(below: 24))
    switch random.nextInteger(below: 8) {
    case 0: bytes.insert(UInt8(truncatingIfNeeded: random.nextBits()), at: place)
    case 1: bytes.removeSubrange(span)
    case 2: bytes.insert(contentsOf: bytes[span], at: place)
    case 3: bytes.replaceSubrange(span, with: words[random.nextInteger(below: words.count)])
    case 4:
      bytes.insert(contentsOf: (0..<random.nextInteger(below: 300)).flatMap { _ in bytes[span] }, at: place)
    case 5:
      let other = corpus[random.nextInteger(below: corpus.count)]
      bytes.replaceSubrange(place..., with: other.suffix(random.nextInteger(below: other.count + 1)))
    default: bytes.insert(contentsOf: words[random.nextInteger(below: words.count)], at: place)
    }
  }
}
