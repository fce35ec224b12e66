/// An HTTP answer as a client sees it.
struct WireAnswer: Equatable {
  let status: Int
  /// Header lines, in order.
  let headers: [String]
  /// How many bytes the status line and headers take.
  let headLength: Int
  var body: [UInt8] = []

  /// Reads the head at the beginning of the bytes; nil while it is not complete.
  init?(head bytes: [UInt8]) {
    let mark = Array("\r\n\r\n".utf8)
    guard let end = bytes.firstRange(of: mark) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n").map(
      String.init)
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      return nil
    }
    self.status = status
    headers = Array(lines.dropFirst())
    headLength = end.upperBound
  }

  func with(body: ArraySlice<UInt8>) -> WireAnswer {
    var answer = self
    answer.body = Array(body)
    return answer
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  var contentLength: Int { header("content-length").flatMap { Int($0) } ?? 0 }

  func header(_ name: String) -> String? {
    headers.first { $0.lowercased().hasPrefix("\(name):") }
      .map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
  }
}
