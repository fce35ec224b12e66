/// The parts of a `multipart/form-data` body (RFC 7578); parts that make no sense are passed over.
struct MultipartForm {
  private var parts: [(name: String, content: ArraySlice<UInt8>)] = []

  /// Nil when the body is no such form.
  init?(_ request: APIRequest) {
    guard let boundary = request.contentType.flatMap(Self.boundary) else { return nil }
    let delimiter = Array("--\(boundary)".utf8)
    // A delimiter begins a line; the first line may be one.
    let body = [UInt8]("\r\n".utf8) + request.body
    let pieces = body[...].split(by: Array("\r\n".utf8) + delimiter)
    parts = pieces.dropFirst().prefix { !$0.starts(with: "--".utf8) }.compactMap(Self.part)
  }

  /// The content of the first part of that name.
  func file(_ name: String) -> ArraySlice<UInt8>? { parts.first { $0.name == name }?.content }

  private static func boundary(of contentType: String) -> String? {
    let fields = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
    guard fields.first?.lowercased() == "multipart/form-data" else { return nil }
    guard let field = fields.first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
    let boundary = unquoted(field.dropFirst("boundary=".count))
    return (1...70).contains(boundary.utf8.count) ? boundary : nil
  }

  private static func part(_ piece: ArraySlice<UInt8>) -> (name: String, content: ArraySlice<UInt8>)? {
    let halves = piece.split(by: Array("\r\n\r\n".utf8), maxSplits: 1)
    guard halves.count == 2 else { return nil }
    let lines = String(decoding: halves[0], as: UTF8.self).split(whereSeparator: \.isNewline)
    let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
    let field = disposition?.split(separator: ";").map { $0.drop { $0 == " " } }.first {
      $0.hasPrefix("name=")
    }
    return field.map { (unquoted($0.dropFirst("name=".count)), halves[1]) }
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
    return String(text.dropFirst().dropLast())
  }
}

extension ArraySlice<UInt8> {
  /// The pieces between the occurrences of a pattern, which is not empty.
  fileprivate func split(by pattern: [UInt8], maxSplits: Int = .max) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = startIndex
    var index = startIndex
    while pieces.count < maxSplits, let found = self[index...].firstIndex(of: pattern[0]) {
      guard self[found...].starts(with: pattern) else {
        index = found + 1
        continue
      }
      pieces.append(self[start..<found])
      start = found + pattern.count
      index = start
    }
    return pieces + [self[start...]]
  }
}
