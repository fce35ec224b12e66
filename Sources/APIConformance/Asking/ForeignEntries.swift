/// What an answer says of other people's meetings, sessions, recordings and hooks, made unreadable: the judge looks at
/// them and repeats nothing of them.
///
/// Elements, numbers and the words of the API stay, since the form of an entry may be what is wrong.
enum ForeignEntries {
  private static let names = ["meeting", "recording", "hook"]
  private static let mask = "…"
  /// Texts that tell nothing of anybody.
  private static let harmless: Set<Substring> = [
    "true", "false", "published", "unpublished", "processing", "processed", "deleted", "presentation",
    "MODERATOR", "VIEWER", "HTML5", "DIAL-IN", "bbb-none",
  ]

  /// The text with every entry masked that is not one of the judge's.
  static func masked(_ text: String) -> String {
    let parts = text.split(separator: "<", omittingEmptySubsequences: false)
    var result = String(parts.first ?? "")
    var entry: [Substring] = []
    var name: String?
    for part in parts.dropFirst() {
      if name == nil { name = names.first { part.hasPrefix($0 + ">") } }
      guard let open = name else {
        result += "<" + part
        continue
      }
      entry.append(part)
      guard part.hasPrefix("/\(open)>") else { continue }
      result += shown(entry)
      (entry, name) = ([], nil)
    }
    return result + shown(entry)
  }

  private static func shown(_ entry: [Substring]) -> String {
    let isOwn = entry.contains {
      $0.hasPrefix("meetingID>" + OwnMeeting.prefix) || $0.hasPrefix("![CDATA[" + OwnMeeting.prefix)
    }
    return entry.map { "<" + (isOwn ? String($0) : maskedText(of: $0)) }.joined()
  }

  /// A tag without attributes, and the text behind it only where it is a number or a harmless word.
  private static func maskedText(of part: Substring) -> String {
    let pieces = part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, !part.hasPrefix("!") else { return "\(mask)>" }
    let text = pieces[1]
    let isPlain =
      harmless.contains(text) || text.allSatisfy { $0.isWhitespace || $0.isNumber || $0 == "," }
    return pieces[0].prefix { !$0.isWhitespace } + ">" + (isPlain ? text : Substring(mask))
  }
}
