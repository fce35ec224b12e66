import Determinism

/// `count` independent, evenly distributed numbers from 0 to 1 in ascending order, any of which can be asked for.
///
/// Drawing all of them and sorting would do, were there not millions. Instead the interval is halved: how many of c
/// numbers fall into the left half is the number of ones among c random bits, which is exactly the binomial
/// distribution; each half goes on so by itself, until few are left to be drawn and sorted. What a node draws hangs on
/// its place alone, so every answer is a pure function of key, count and rank. The path to the last answer is kept:
/// the next rank costs a step or two.
struct ScatterTree: Sendable {
  /// An interval of length 2⁻ˡᵉᵛᵉˡ and the ranks that lie in it.
  private struct Node: Sendable {
    let level: Int
    let index: Int
    let ranks: Range<Int>
  }

  private static let leafSize = 128
  /// Below this level intervals are finer than a double near 1.
  private static let deepest = 48

  private let key: StreamKey
  private var path: [Node]
  private var leaf: [Double] = []

  init(count: Int, key: StreamKey) {
    self.key = key
    path = [Node(level: 0, index: 0, ranks: 0..<count)]
  }

  /// The number of a rank, from 0 for the smallest up to the count.
  mutating func place(of rank: Int) -> Double {
    if leaf.isEmpty || !path[path.count - 1].ranks.contains(rank) { descend(to: rank) }
    return leaf[rank - path[path.count - 1].ranks.lowerBound]
  }

  private mutating func descend(to rank: Int) {
    while !path[path.count - 1].ranks.contains(rank) { path.removeLast() }
    var node = path[path.count - 1]
    while node.ranks.count > Self.leafSize, node.level < Self.deepest {
      node = child(of: node, holding: rank)
      path.append(node)
    }
    leaf = numbers(in: node)
  }

  private func child(of node: Node, holding rank: Int) -> Node {
    let middle = node.ranks.lowerBound + leftCount(of: node)
    return rank < middle
      ? Node(level: node.level + 1, index: node.index * 2, ranks: node.ranks.lowerBound..<middle)
      : Node(level: node.level + 1, index: node.index * 2 + 1, ranks: middle..<node.ranks.upperBound)
  }

  private func leftCount(of node: Node) -> Int {
    var stream = stream(of: node)
    let (words, bits) = node.ranks.count.quotientAndRemainder(dividingBy: 64)
    let whole = (0..<words).reduce(0) { count, _ in count + stream.nextBits().nonzeroBitCount }
    return whole + (stream.nextBits() & ((1 << UInt64(bits)) - 1)).nonzeroBitCount
  }

  private func numbers(in node: Node) -> [Double] {
    var stream = stream(of: node)
    let width = Double(sign: .plus, exponent: -node.level, significand: 1)
    return node.ranks.map { _ in min((Double(node.index) + stream.nextUniform()) * width, 1.0.nextDown) }
      .sorted()
  }

  private func stream(of node: Node) -> RandomStream { key.child(node.level).child(node.index).stream }
}
