extension RandomStream {
  /// `count` lower-case letters and digits, such as `x7kq0a`; `count` at least 0.
  public mutating func nextAlphanumerics(_ count: Int) -> String {
    nextText(count, from: Alphabet.lowerCase)
  }

  /// `count` letters of either case and digits, such as `Xb7Qk0`; `count` at least 0.
  public mutating func nextMixedCaseAlphanumerics(_ count: Int) -> String {
    nextText(count, from: Alphabet.mixedCase)
  }

  private mutating func nextText(_ count: Int, from alphabet: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for _ in 0..<count {
      bytes.append(alphabet[nextInteger(below: alphabet.count)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private enum Alphabet {
    static let lowerCase = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    static let mixedCase = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  }

  /// Puts the elements in an order of chance, each order equally likely (Fisher and Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var unplaced = elements.count
    while unplaced > 1 {
      let drawn = nextInteger(below: unplaced)
      unplaced -= 1
      elements.swapAt(drawn, unplaced)
    }
  }

  /// The index of one of the weights, each as likely as its weight beside the others.
  ///
  /// Weights are at least 0; one of weight 0 is never chosen. Traps when their sum is not above 0.
  public mutating func choose(weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    precondition(total > 0 && total.isFinite, "nothing to choose from weights \(weights)")
    var left = nextUniform() * total
    var chosen = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      chosen = index
      if left < weight { break }
      left -= weight
    }
    // Rounding may carry `left` past the last weight; the last one above 0 stands then.
    return chosen
  }
}
