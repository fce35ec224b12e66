extension Reading where Value == Int {
  /// A whole number from `lower` to ten million, which is more than any server sees.
  public static func count(from lower: Int = 0) -> Reading {
    count(in: lower...10_000_000)
  }

  /// A whole number in a range.
  public static func count(in range: ClosedRange<Int>) -> Reading {
    scalar("a whole number", fix: "write a whole number such as `\(Swift.max(range.lowerBound, 3))`") {
      text in
      NumberText.isWhole(text) ? Int(text) : nil
    }.that(
      { range.contains($0) }, is: "a number from \(range.lowerBound) to \(range.upperBound)",
      fix: "write a whole number in that range"
    ).described(as: .integer(range))
  }
}

extension Reading where Value == UInt64 {
  /// A seed: a whole number from 0 to 2⁶⁴ − 1.
  public static var seed: Reading {
    scalar("a whole number from 0", fix: "write a whole number such as `42`") {
      NumberText.isWhole($0) ? UInt64($0) : nil
    }.described(as: .integer(0...Int.max))
  }
}

extension Reading where Value == Double {
  /// A share of the whole, `70%` or `0.7`, as a number from 0 to 1.
  public static var share: Reading {
    Reading { field in
      guard let share = field.scalar.flatMap(NumberText.percentageOrNumber) else {
        let fix = field.scalar == "true" ? "did you mean `100%`?" : "write a percentage such as `15%`"
        return field.reject(asNo: "a share", fix: fix)
      }
      if (0...1).contains(share) { return share }
      let fix = field.scalar.map { $0.hasSuffix("%") ? "write at most `100%`" : "did you mean `\($0)%`?" }
      return field.reject(
        asNo: "a share", because: "found \(field.found); shares go from 0% to 100%, or from 0 to 1",
        fix: share < 0 ? "write at least `0%`" : fix ?? "write a percentage")
    }.described(as: .share)
  }

  /// A number above 0 that counts beside others, `97%` or `3`.
  public static var weight: Reading {
    scalar("a weight", fix: "write a percentage such as `97%`", NumberText.percentageOrNumber)
      .that(
        { $0 > 0 }, is: "a weight above 0", fix: "write a percentage such as `3%`, or remove the entry"
      ).described(as: .share)
  }
}

/// The spellings of numbers: digits, a sign, a point. No exponents, no underscores, no infinity.
enum NumberText {
  static func isWhole(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  static func isDecimal(_ text: String) -> Bool { number(text) != nil }

  /// A decimal number of at most 18 characters.
  static func number(_ text: String) -> Double? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.utf8.count <= 18, isWhole(String(parts[0])) else { return nil }
    guard parts.count == 2 else { return Double(text) }
    return isWhole(String(parts[1])) && !parts[1].hasPrefix("-") ? Double(text) : nil
  }

  static func percentageOrNumber(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return number(text) }
    return number(String(text.dropLast())).map { $0 / 100 }
  }

  /// A share for a message, to a tenth of a percent.
  static func percentage(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
