import Determinism

/// A value of a YAML file that is to be written.
public indirect enum YAMLValue: Sendable, Equatable {
  /// A text of anybody's making; quoted wherever a reader could take it for something else.
  case text(String)
  /// A word of the language: a number, `true`, a duration.
  case word(String)
  /// A list, an element a line.
  case list([YAMLValue])
  /// Keys and values in this order, a key a line.
  case mapping([Entry])
  /// The value on one line, `{ … }` and `[ … ]` all the way down.
  case line(YAMLValue)

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key.
    public var key: String
    /// What stands behind it.
    public var value: YAMLValue

    /// Puts a value behind a key.
    public init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }
}

extension YAMLValue {
  /// Keys and values in this order; those without a value are left out.
  public static func fields(_ fields: KeyValuePairs<String, YAMLValue?>) -> YAMLValue {
    .mapping(fields.compactMap { key, value in value.map { Entry(key, $0) } })
  }

  /// The same on one line.
  public static func line(of fields: KeyValuePairs<String, YAMLValue?>) -> YAMLValue {
    .line(.fields(fields))
  }

  /// Texts on one line.
  public static func texts(_ texts: [String]) -> YAMLValue { .line(.list(texts.map { .text($0) })) }

  /// A whole number.
  public static func number(_ number: some BinaryInteger) -> YAMLValue { .word("\(number)") }

  /// `true` where something is so; nil where it is not, as most flags are by default.
  public static func set(_ flag: Bool) -> YAMLValue? { flag ? .word("true") : nil }

  /// A length of time such as `1h 30m`.
  public static func duration(_ duration: Duration) -> YAMLValue { .word(duration.scenarioText) }

  /// A list with something in it; nil for an empty one.
  public static func filled(_ list: [YAMLValue]) -> YAMLValue? { list.isEmpty ? nil : .list(list) }
}
