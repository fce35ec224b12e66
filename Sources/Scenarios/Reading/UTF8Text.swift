/// Bytes of a file as text.
enum UTF8Text {
  /// The text; throws one diagnostic at the first byte that is no UTF-8.
  static func decoded(_ bytes: [UInt8], file: String) throws(ScenarioProblems) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let (line, column) = placeOfFirstFault(in: bytes)
    throw ScenarioProblems([
      Diagnostic(
        file: file, line: line, column: column, summary: "the file is not UTF-8",
        reason: "a byte here belongs to no character", fix: "save the file as UTF-8")
    ])
  }

  private static func placeOfFirstFault(in bytes: [UInt8]) -> (line: Int, column: Int) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column) = (1, 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return (line, column)
  }
}
