extension Response {
  /// A moment, in milliseconds since the epoch, as `createDate` shows it: `Thu May 09 13:35:28 UTC 2024` (facts §0).
  public static func createDate(of milliseconds: Int64) -> String {
    var text = WireText(capacity: 32)
    CreateDate(millisecondsSinceEpoch: milliseconds).write(to: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
