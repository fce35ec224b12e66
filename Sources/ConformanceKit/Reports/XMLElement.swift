/// An element of an XML document that is written out whole.
struct XMLElement {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [XMLElement] = []
  var text: String?

  /// The element with its children, each on a line of its own; text stands exactly as given, so that no space joins it.
  func lines(indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let head = margin + "<\(name)" + attributes.map { " \($0.name)=\"\($0.value.escapedForXML)\"" }.joined()
    if let text { return [head + ">" + text.escapedForXML + "</\(name)>"] }
    if children.isEmpty { return [head + "/>"] }
    return [head + ">"] + children.flatMap { $0.lines(indent: indent + 2) } + ["\(margin)</\(name)>"]
  }
}

extension String {
  /// The text with the five characters replaced that XML gives a meaning to, in elements and attributes alike.
  ///
  /// It does not touch characters that XML forbids altogether: those are made visible first.
  var escapedForXML: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&apos;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
