extension Duration {
  /// The whole nanoseconds in this duration, rounded towards zero; at most some 292 years.
  var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
