/// How large a YAML text may become when its aliases are unfolded, judged before anything unfolds them.
///
/// Comparing two keys walks all that they unfold to, so a nest of aliases has to be refused before it is parsed.
struct AliasBound {
  /// Bytes of YAML that are still read in no time.
  static let largestUnfolding = 64 << 20

  private let bytes: Int
  private let anchors: Int
  private let aliases: Int

  /// Counts what looks like an anchor or an alias; what stands in quotes and comments counts too, which only errs
  /// on the safe side.
  init(yaml: String) {
    var counts: [UInt8: Int] = [:]
    var previous = UInt8(ascii: "\n")
    var mark: UInt8?
    for byte in yaml.utf8 {
      if let mark, !Self.separators.contains(byte) { counts[mark, default: 0] += 1 }
      let startsToken = Self.separators.contains(previous)
      mark = startsToken && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) ? byte : nil
      previous = byte
    }
    bytes = yaml.utf8.count
    anchors = counts[UInt8(ascii: "&")] ?? 0
    aliases = counts[UInt8(ascii: "*")] ?? 0
  }

  /// What may stand before an anchor or an alias; among it the last bytes of U+0085, U+2028 and U+2029, which are
  /// line breaks in YAML 1.1.
  private static let separators = Set("\n\r\t ,:[]{}?-!".utf8 + [0x85, 0xa8, 0xa9])

  /// Whether the text stays small enough however the aliases are nested.
  ///
  /// An anchor that holds k aliases unfolds to at most 1 + k times the largest one before it; the product over all
  /// anchors is largest when each holds the same number.
  var isHarmless: Bool {
    guard anchors > 0, aliases > 0 else { return true }
    let growth = 1 + Double(aliases) / Double(anchors)
    var size = Double(bytes)
    for _ in 0..<anchors {
      size *= growth
      if size > Double(Self.largestUnfolding) { return false }
    }
    return true
  }
}
