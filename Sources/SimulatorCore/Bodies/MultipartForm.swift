/// A `multipart/form-data` body, read strictly: a body that breaks the rules is none at all.
///
/// - Source: RFC 7578, RFC 2046 §5.1.
struct MultipartForm: Sendable {
  /// The parts in the order of the body.
  let parts: [Part]

  /// One part.
  struct Part: Sendable, Equatable {
    /// The field's name.
    var name: String
    /// The name of the file that was sent; nil for a plain field.
    var fileName: String?
    /// What the part says it is, in lower case and without parameters.
    var mediaType: String?
    /// The content, as it came.
    var bytes: ArraySlice<UInt8>
  }

  /// So many parts are more than any call has.
  private static let mostParts = 1000

  /// Reads a body; nil when the header is another or has no boundary, or when the body breaks the rules.
  ///
  /// - Parameters:
  ///   - contentType: the header of the request, with the boundary.
  ///   - body: all of it.
  init?(contentType: String?, body: [UInt8]) {
    guard let boundary = contentType.flatMap(Self.boundary) else { return nil }
    let delimiter = Array("--\(boundary)".utf8)
    var reader = MultipartReader(bytes: body)
    guard reader.skip(to: delimiter) else { return nil }
    var parts: [Part] = []
    while !reader.takesEnd {
      guard parts.count < Self.mostParts, let part = reader.part(endingAt: Array("\r\n".utf8) + delimiter)
      else { return nil }
      parts.append(part)
    }
    self.parts = parts
  }

  /// Reads the body of a request.
  init?(_ request: APIRequest) { self.init(contentType: request.contentType, body: request.body) }

  /// The content of the first part of that name.
  func file(_ name: String) -> ArraySlice<UInt8>? { parts.first { $0.name == name }?.bytes }

  /// The plain fields, which are parameters like those of a query.
  var fields: [(name: String, value: String)] {
    parts.filter { $0.fileName == nil }.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  private static func boundary(_ contentType: String) -> String? {
    let header = HeaderValue(contentType)
    guard header.essence == "multipart/form-data", let boundary = header["boundary"],
      (1...70).contains(boundary.utf8.count)
    else { return nil }
    return boundary
  }
}

/// Takes a multipart body apart, front to back.
private struct MultipartReader {
  private let bytes: [UInt8]
  private var position = 0

  /// As Tomcat has it.
  private static let longestHead = 8192

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Goes behind the first delimiter, which begins the body or a line of it.
  mutating func skip(to delimiter: [UInt8]) -> Bool {
    while let found = find(delimiter) {
      position = found + delimiter.count
      if found == 0 || bytes[found - 1] == UInt8(ascii: "\n") { return true }
    }
    return false
  }

  /// Whether the delimiter just read is the last one.
  var takesEnd: Bool { bytes[position...].starts(with: "--".utf8) }

  /// The part that begins here, up to the delimiter; nil when there is none.
  mutating func part(endingAt delimiter: [UInt8]) -> MultipartForm.Part? {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    guard bytes[position...].starts(with: "\r\n".utf8) else { return nil }
    guard let headEnd = find(Array("\r\n\r\n".utf8)), headEnd - position <= Self.longestHead else {
      return nil
    }
    let head = String(decoding: bytes[min(position + 2, headEnd)..<headEnd], as: UTF8.self)
    position = headEnd + 2
    guard let end = find(delimiter) else { return nil }
    let content = bytes[min(headEnd + 4, end)..<end]
    position = end + delimiter.count
    return MultipartForm.Part(head: head, bytes: content)
  }

  private func find(_ pattern: [UInt8]) -> Int? {
    guard let first = pattern.first else { return nil }
    var start = position
    while let candidate = bytes[start...].firstIndex(of: first) {
      if bytes[candidate...].starts(with: pattern) { return candidate }
      start = candidate + 1
    }
    return nil
  }
}

extension MultipartForm.Part {
  fileprivate init?(head: String, bytes: ArraySlice<UInt8>) {
    let fields = head.split(separator: "\r\n").compactMap { line -> (name: String, value: HeaderValue)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (line[..<colon].lowercased(), HeaderValue(String(line[line.index(after: colon)...])))
    }
    let disposition = fields.first { $0.name == "content-disposition" }?.value
    guard let disposition, disposition.essence == "form-data", let name = disposition["name"] else {
      return nil
    }
    self.init(
      name: name, fileName: disposition["filename"],
      mediaType: fields.first { $0.name == "content-type" }?.value.essence, bytes: bytes)
  }
}
