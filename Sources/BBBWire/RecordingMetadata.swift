public import BBBAPI

/// `metadata.xml` in the folder of one format of a recording, from which BBB's recording controller reads everything.
///
/// - Source: facts §5.3.
public struct RecordingMetadata: Sendable {
  /// What is described.
  public let recording: Recording
  /// The format whose folder it is; nil for a recording without any.
  public let format: Recording.PlaybackFormat?
  /// Scheme and host that playback links begin with, such as `https://bbb.example.org`.
  public let serverURL: String

  /// Describes one format of a recording.
  public init(of recording: Recording, format: Recording.PlaybackFormat?, serverURL: String) {
    self.recording = recording
    self.format = format
    self.serverURL = serverURL
  }

  /// The document, UTF-8, with a line feed at its end.
  public var text: String {
    let lines = identity + meeting + breakout + playback
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<recording>\n"
      + lines.map { "  \($0)\n" }.joined() + "</recording>\n"
  }

  private var identity: [String] {
    [
      element("id", recording.recordID),
      element("state", recording.state.rawValue),
      element("published", recording.state == .published ? "true" : "false"),
      element("start_time", "\(recording.startTime)"),
      element("end_time", "\(recording.endTime)"),
      element("participants", "\(recording.participants)"),
    ]
  }

  private var meeting: [String] {
    let isBreakout = recording.breakout != nil ? "true" : "false"
    let attributes =
      attribute("id", recording.recordID) + attribute("externalId", recording.meetingID)
      + attribute("name", recording.name) + attribute("breakout", isBreakout)
    let own = [
      ("meetingId", recording.meetingID), ("meetingName", recording.name), ("isBreakout", isBreakout),
    ]
    let given = recording.metadata.filter { XMLNameRule.accepts($0.key) }.map { ($0.key, $0.value) }
    return ["<meeting\(attributes)/>", "<meta>"] + (own + given).map { "  " + element($0.0, $0.1) } + [
      "</meta>"
    ]
  }

  private var breakout: [String] {
    let room = recording.breakout.map { breakout in
      attribute("parentMeetingId", breakout.parentMeetingID) + attribute("sequence", "\(breakout.sequence)")
        + attribute("meetingId", recording.recordID)
        + attribute("freeJoin", breakout.freeJoin ? "true" : "false")
    }
    let rooms = recording.breakoutRooms.map { element("breakoutRoom", $0) }.joined()
    return [
      "<breakout\(room ?? "")/>",
      rooms.isEmpty ? "<breakoutRooms/>" : "<breakoutRooms>\(rooms)</breakoutRooms>",
    ]
  }

  private var playback: [String] {
    let size = element("raw_size", "\(recording.rawSize)")
    guard let format else { return ["<playback/>", size] }
    let link = format.url.hasPrefix("/") ? serverURL + format.url : format.url
    let fields = [
      element("format", format.type), element("link", link),
      element("processing_time", "\(format.processingTime)"),
      element("duration", "\(format.lengthInMilliseconds)"), element("size", "\(format.size)"),
      "<extensions/>",
    ]
    return ["<playback>"] + fields.map { "  \($0)" } + ["</playback>", size]
  }

  private func element(_ name: String, _ value: String) -> String {
    "<\(name)>\(Self.escaped(value))</\(name)>"
  }

  private func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(Self.escaped(value))\"" }

  /// The text without what XML forbids, and with line breaks and tabs as references, which attributes keep.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
