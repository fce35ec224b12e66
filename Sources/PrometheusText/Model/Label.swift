/// One label of a sample.
///
/// The name consists of ASCII letters, digits and underscores and starts with no digit, which the writer
/// checks; the value is any text.
public struct Label: Sendable {
  /// The name, for example `le`.
  public var name: String
  /// The value as it is, without escapes.
  public var value: String

  /// Makes a label from its name and its unescaped value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Label: Hashable {
  /// Whether both are the same bytes.
  ///
  /// Strings alone would take the two spellings of é (U+00E9, U+0065 U+0301) for one; Prometheus does not.
  public static func == (lhs: Label, rhs: Label) -> Bool {
    lhs.name == rhs.name && lhs.value.utf8.elementsEqual(rhs.value.utf8)
  }

  /// Feeds name and value to the hasher; spellings that differ may share a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(value)
  }
}

extension Label: Comparable {
  /// Whether `lhs` comes before `rhs`: by the bytes of the name, then of the value.
  public static func < (lhs: Label, rhs: Label) -> Bool {
    if lhs.name != rhs.name { return lhs.name < rhs.name }
    return lhs.value.utf8.lexicographicallyPrecedes(rhs.value.utf8)
  }
}
