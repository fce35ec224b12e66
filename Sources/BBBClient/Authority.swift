/// The part of a URL between `//` and the path: a host and perhaps a port.
enum Authority {
  /// Whether the text is a host name, an IPv4 address or an IPv6 address in brackets, with or without a port.
  static func isValid(_ text: Substring) -> Bool {
    guard let end = hostEnd(in: text) else { return false }
    let port = text[end...]
    return isHost(text[..<end]) && (port.isEmpty || isPort(port.dropFirst()))
  }

  private static func hostEnd(in text: Substring) -> Substring.Index? {
    guard text.first == "[" else { return text.firstIndex(of: ":") ?? text.endIndex }
    guard let bracket = text.firstIndex(of: "]") else { return nil }
    let end = text.index(after: bracket)
    return end == text.endIndex || text[end] == ":" ? end : nil
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.first == "[" {
      let address = host.dropFirst().dropLast()
      return address.contains(":") && address.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return !host.isEmpty && host.first != "." && host.allSatisfy(isHostCharacter)
  }

  private static func isHostCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-._".contains(character))
  }

  private static func isPort(_ text: Substring) -> Bool {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(text) else { return false }
    return (1...65535).contains(port)
  }
}
