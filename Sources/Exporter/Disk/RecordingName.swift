/// What a name below `/var/bigbluebutton` says of a recording, in the grammar of BBB's own scripts.
///
/// `<hash>-<ms>` is a whole meeting, `<hash>-<ms>-<ms>` a chapter of one; both are recordings. Markers of later stages
/// have the format behind a further hyphen. Names of another grammar stand for themselves.
/// - Source: record-and-playback `rap-starter.rb`, `rap-publish-worker.rb`.
struct RecordingName {
  /// The recording.
  let id: Substring
  /// The meeting: the ID without the time of a chapter's end.
  let meeting: Substring
  /// Whether the ID is one that BBB makes, and not any name.
  let isMadeByBBB: Bool

  /// Reads the name of a folder, or of a marker without its ending.
  init(_ name: Substring, hasFormat: Bool = false) {
    guard let meeting = Self.meeting(in: name) else {
      id = hasFormat ? name.lastIndex(of: "-").map { name[..<$0] } ?? name : name
      meeting = id
      isMadeByBBB = false
      return
    }
    self.meeting = meeting
    let chapter = Self.number(in: name, after: meeting.endIndex)
    let end = chapter ?? meeting.endIndex
    isMadeByBBB = hasFormat ? end < name.endIndex : end == name.endIndex
    id = isMadeByBBB || hasFormat ? name[..<end] : name
  }

  /// The leading `<hexadecimal>-<decimal>`, if the name has one.
  private static func meeting(in name: Substring) -> Substring? {
    guard let hyphen = name.utf8.firstIndex(of: UInt8(ascii: "-")), hyphen > name.startIndex,
      name.utf8[..<hyphen].allSatisfy(isLowerHexDigit), let end = number(in: name, after: hyphen)
    else { return nil }
    return name[..<end]
  }

  /// The end of the digits behind the hyphen at an index; nil unless there are some, and a hyphen or nothing follows.
  private static func number(in name: Substring, after index: Substring.Index) -> Substring.Index? {
    guard index < name.endIndex, name.utf8[index] == UInt8(ascii: "-") else { return nil }
    let digits = name.utf8[name.utf8.index(after: index)...].prefix { (0x30...0x39).contains($0) }
    let isOver = digits.endIndex == name.endIndex || name.utf8[digits.endIndex] == UInt8(ascii: "-")
    return !digits.isEmpty && isOver ? digits.endIndex : nil
  }

  private static func isLowerHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
