/// What the free keys of a mapping must be like.
public struct KeyRule: Sendable, Equatable {
  /// The rule as a regular expression of JSON Schema (ECMA 262).
  public let pattern: String
  /// A key that follows it.
  public let example: String
  /// The most keys that there may be; nil for any number.
  public let most: Int?
  /// Whether a key follows the rule.
  public let holds: @Sendable (String) -> Bool

  /// Makes a rule; `pattern` and `holds` say the same in two languages.
  public init(
    pattern: String, example: String, most: Int? = nil, _ holds: @escaping @Sendable (String) -> Bool
  ) {
    self.pattern = pattern
    self.example = example
    self.most = most
    self.holds = holds
  }

  /// Whether two rules are written alike.
  public static func == (lhs: KeyRule, rhs: KeyRule) -> Bool {
    (lhs.pattern, lhs.most) == (rhs.pattern, rhs.most)
  }

  var members: [JSONMember] {
    [.init("propertyNames", .object([.init("pattern", .text(pattern))]))]
      + (most.map { [.init("maxProperties", .number($0))] } ?? [])
  }
}
