import NIOCore

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
    if host.first == "[" { return isAddress(host.dropFirst().dropLast(), .inet6) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard host.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else { return false }
    // Resolvers take 0x7f.1 and 127.1 for addresses too, each in its own way.
    return looksLikeNumber(last) ? isAddress(host, .inet) && !hasLeadingZero(labels) : true
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.count <= 63 && label.first != "-" && label.last != "-"
      && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  private static func looksLikeNumber(_ label: Substring) -> Bool {
    label.allSatisfy(\.isNumber)
      || (label.lowercased().hasPrefix("0x") && label.dropFirst(2).allSatisfy(\.isHexDigit))
  }

  private static func hasLeadingZero(_ labels: [Substring]) -> Bool {
    labels.contains { $0.count > 1 && $0.first == "0" }
  }

  private static func isAddress(_ text: Substring, _ family: NIOBSDSocket.ProtocolFamily) -> Bool {
    // Throws for anything that is no address.
    (try? SocketAddress(ipAddress: String(text), port: 0))?.protocol == family
  }

  private static func isPort(_ text: Substring) -> Bool {
    guard text.first != "0", text.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(text) else {
      return false
    }
    return (1...65535).contains(port)
  }
}
