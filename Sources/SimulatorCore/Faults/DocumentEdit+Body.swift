import Scenarios

extension DocumentEdit {
  /// Changes a body; one in which nothing is meant stays as it is.
  func befall(_ body: inout [UInt8]) {
    switch self {
    case .replace(let text, let other):
      body.replace(Array(text.utf8), with: Array(other.utf8))
    case .remove(let path):
      for place in path.places(in: body).reversed() { body.removeSubrange(place.line(in: body)) }
    case .double(let path):
      for place in path.places(in: body).reversed() {
        let line = place.line(in: body)
        body.insert(contentsOf: Array(body[line]), at: line.lowerBound)
      }
    case .text(let path, let text):
      for place in path.places(in: body).reversed() { place.fill(&body, with: Self.escaped(text)) }
    case .insert(let path, let markup):
      for place in path.places(in: body).reversed() {
        let content = place.content.map { body[$0] } ?? []
        place.fill(&body, with: Array(markup.utf8) + content)
      }
    }
  }

  private static func escaped(_ text: String) -> [UInt8] {
    Array(
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").utf8)
  }
}

extension ElementPlace {
  /// The element with the line feed behind it, if one is there: each stands on a line of its own.
  fileprivate func line(in body: [UInt8]) -> Range<Int> {
    let hasLineFeed = body.indices.contains(whole.upperBound) && body[whole.upperBound] == UInt8(ascii: "\n")
    return whole.lowerBound..<(whole.upperBound + (hasLineFeed ? 1 : 0))
  }

  /// Puts something else between the tags; an element that is one tag gets two.
  fileprivate func fill(_ body: inout [UInt8], with content: [UInt8]) {
    guard let inner = self.content else {
      return body.replaceSubrange(whole, with: Array("<\(name)>".utf8) + content + Array("</\(name)>".utf8))
    }
    body.replaceSubrange(inner, with: content)
  }
}
