extension QueryParameters {
  /// A value decoded once more, as the recording controller does with lists.
  ///
  /// An ID that holds a literal `%2C` or `+` comes out changed; so it does in BBB.
  /// - Source: facts §2.10.
  public static func decodedOnceMore(_ value: String) -> String { PercentCoding.decodeForm(Substring(value)) }
}
