extension Figure {
  /// The value with its unit, such as `12.3 MB`.
  var valueText: String { value.text(with: unit) }

  /// What the number is held to, such as `≤ 3`; nil when it is only told.
  var limitText: String? { limit.map { "\($0.sign) \($0.value.readable)" } }

  /// Whether it keeps to that, in a word; empty when there is no limit.
  var keepingText: String { limit == nil ? "" : isKept ? "kept" : "broken" }
}

extension Figure {
  /// Value, limit, and whether it is kept: `9 calls, ≤ 8, broken`.
  var text: String {
    [valueText, limitText, limit.map { _ in keepingText }].compactMap(\.self).joined(separator: ", ")
  }
}

extension Figure.Limit {
  /// The bound itself.
  var value: Double {
    switch self {
    case .atMost(let value), .atLeast(let value): value
    }
  }

  /// How reports for programs call it.
  var kind: String {
    switch self {
    case .atMost: "atMost"
    case .atLeast: "atLeast"
    }
  }

  /// How reports for people write it.
  var sign: String {
    switch self {
    case .atMost: "≤"
    case .atLeast: "≥"
    }
  }
}

extension Double {
  /// The number as Swift writes it, without `.0` behind a whole one.
  var shortest: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number for people: three digits that count, or all of a whole number's, in groups of three.
  var readable: String {
    guard isFinite else { return isNaN ? "not a number" : self < 0 ? "-∞" : "∞" }
    let size = magnitude
    guard size < 1e15, size >= 1e-4 || size == 0 else { return shortest }
    guard size < 100, self != rounded(.towardZero) else { return Int(rounded()).grouped }
    let scale: Double = size < 0.01 ? 1e5 : size < 0.1 ? 1e4 : size < 1 ? 1e3 : size < 10 ? 1e2 : 1e1
    return ((self * scale).rounded() / scale).shortest
  }

  fileprivate func text(with unit: String) -> String { unit.isEmpty ? readable : "\(readable) \(unit)" }
}

extension Int {
  /// The number with a comma between groups of three digits.
  var grouped: String {
    let digits = String(magnitude)
    let groups = stride(from: digits.count, to: 0, by: -3).map {
      digits.dropLast(digits.count - $0).suffix(3)
    }
    return (self < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
  }
}
