import Scenarios

extension FaultRule.Damage {
  /// Puts what is ill-formed right before the last end tag: a parser that streams has read everything else by then.
  func befall(_ body: inout [UInt8]) {
    let end = body.lastIndex(of: UInt8(ascii: "<")) ?? body.endIndex
    switch self {
    case .unclosed: body.removeSubrange(end...)
    case .mismatchedTag: body.replaceSubrange(end..., with: "</reponse>".utf8)
    case .badEntity: body.insert(contentsOf: "<note>&nbsp;</note>\n".utf8, at: end)
    // The first two bytes of a character of three, and a letter.
    case .invalidUTF8:
      body.insert(contentsOf: [0x3c, 0x6e, 0x3e, 0xe2, 0x82, 0x41, 0x3c, 0x2f, 0x6e, 0x3e], at: end)
    case .controlCharacter: body.insert(contentsOf: "<note>\u{1}</note>\n".utf8, at: end)
    }
  }
}
