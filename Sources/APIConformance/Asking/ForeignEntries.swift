/// What an answer says of other people's meetings, sessions, recordings and hooks, made unreadable: the judge looks at
/// them and repeats nothing of them.
///
/// Elements, numbers and the words of the API stay, since the form of an entry may be what is wrong.
enum ForeignEntries {
  private static let names = ["meeting", "recording", "hook"]
  private static let mask = "…"
  /// What the API says of itself.
  private static let words = ["returncode", "messageKey"]
  /// Texts that tell nothing of anybody.
  private static let harmless: Set<Substring> = [
    "true", "false", "published", "unpublished", "processing", "processed", "deleted", "presentation",
    "MODERATOR", "VIEWER", "HTML5", "DIAL-IN", "bbb-none",
  ]

  /// The text with every entry masked that is of none of these meetings, and all of it when it is about another meeting.
  static func masked(_ text: String, except ownIDs: Set<String>) -> String {
    let parts = text.split(separator: "<", omittingEmptySubsequences: false)
    var frame: [Substring] = []
    var result: [Substring] = []
    var entry: [Substring] = []
    var name: String?
    for part in parts.dropFirst() {
      if name == nil { name = names.first { part.isTag($0) } }
      guard let open = name else {
        frame.append(part)
        result.append(part)
        continue
      }
      entry.append(part)
      guard part.hasPrefix("/\(open)>") else { continue }
      result += shown(entry, ownIDs)
      (entry, name) = ([], nil)
    }
    result += shown(entry, ownIDs)
    if isForeign(frame, ownIDs) { result = result.map { Substring(maskedText(of: $0)) } }
    return ([parts.first ?? ""] + result).joined(separator: "<")
  }

  /// Whether an answer is about one meeting, and that is somebody else's.
  private static func isForeign(_ frame: [Substring], _ ownIDs: Set<String>) -> Bool {
    frame.contains { $0.isTag("meetingID") } && !isOwn(frame, ownIDs)
  }

  private static func isOwn(_ parts: [Substring], _ ownIDs: Set<String>) -> Bool {
    parts.contains { part in
      if part.hasPrefix("![CDATA[") { return ownIDs.contains(String(part.dropFirst(8).prefix { $0 != "]" })) }
      guard part.isTag("meetingID"), let end = part.firstIndex(of: ">") else { return false }
      return ownIDs.contains(part[part.index(after: end)...].filter { !$0.isWhitespace })
    }
  }

  private static func shown(_ entry: [Substring], _ ownIDs: Set<String>) -> [Substring] {
    isOwn(entry, ownIDs) ? entry : entry.map { Substring(maskedText(of: $0)) }
  }

  /// A tag without attributes, and the text behind it only where it is a number or a harmless word.
  private static func maskedText(of part: Substring) -> String {
    let pieces = part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, !part.hasPrefix("!") else { return "\(mask)>" }
    let text = pieces[1]
    let isPlain =
      words.contains { part.isTag($0) } || harmless.contains(text)
      || text.allSatisfy { $0.isWhitespace || $0.isNumber || $0 == "," }
    return pieces[0].prefix { !$0.isWhitespace } + ">" + (isPlain ? text : Substring(mask))
  }
}

extension Substring {
  /// Whether it begins with the rest of an opening tag of that name, with attributes or without.
  fileprivate func isTag(_ name: String) -> Bool {
    guard hasPrefix(name) else { return false }
    return dropFirst(name.count).first.map { $0 == ">" || $0.isWhitespace } ?? false
  }
}
