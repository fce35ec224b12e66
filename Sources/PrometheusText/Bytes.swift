extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let comma = UInt8(ascii: ",")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let point = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")
  static let colon = UInt8(ascii: ":")
  static let equals = UInt8(ascii: "=")
  static let backslash = UInt8(ascii: "\\")
  static let underscore = UInt8(ascii: "_")
  static let letterN = UInt8(ascii: "n")
  static let openingBrace = UInt8(ascii: "{")
  static let closingBrace = UInt8(ascii: "}")

  var isDigit: Bool { self >= .zero && self <= .nine }
  var isBlank: Bool { self == .space || self == .tab }
  var lowercased: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }

  /// Whether a label name can start with this byte; a metric name also with a colon.
  var startsLabelName: Bool {
    (lowercased >= UInt8(ascii: "a") && lowercased <= UInt8(ascii: "z")) || self == .underscore
  }
}

/// The characters of names in both formats; the UTF-8 names of Prometheus 3 belong to later formats.
enum NameGrammar {
  /// `[a-zA-Z_:][a-zA-Z0-9_:]*`
  static func isMetricName(_ text: String) -> Bool {
    isName(text) { $0.startsLabelName || $0 == .colon }
  }

  /// `[a-zA-Z_][a-zA-Z0-9_]*`
  static func isLabelName(_ text: String) -> Bool {
    isName(text) { $0.startsLabelName }
  }

  /// What may follow a metric name: nothing, or any of its characters.
  static func isSuffix(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0.startsLabelName || $0 == .colon || $0.isDigit }
  }

  private static func isName(_ text: String, _ isLetter: (UInt8) -> Bool) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0.isDigit }
  }
}
