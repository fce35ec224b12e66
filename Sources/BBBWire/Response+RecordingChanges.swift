import BBBAPI

/// The answers of the calls that change recordings; fixed texts on one line (facts §0, §2.11–§2.13).
extension Response {
  /// The answer of `publishRecordings`, which repeats what was submitted, escaped.
  ///
  /// BBB puts the text in as it is; here `<` and `&` do not break the document.
  public static func published(_ submitted: String) -> [UInt8] {
    line { $0.element("published", submitted) }
  }

  /// The answer of `deleteRecordings`.
  public static func deleted() -> [UInt8] { line { $0.element("deleted", true) } }

  /// The answer of `updateRecordings`, whether anything was given or not.
  public static func updated() -> [UInt8] { line { $0.element("updated", true) } }

  static func line(_ content: (inout RecordingsText) -> Void) -> [UInt8] {
    line("SUCCESS", content)
  }

  static func line(_ returncode: String, _ content: (inout RecordingsText) -> Void) -> [UInt8] {
    var text = RecordingsText(engine: .scala)
    text.container("response") { text in
      text.element("returncode", returncode)
      content(&text)
    }
    return text.text.bytes
  }
}
