import BBBAPI

/// A recording, element by element in the order of BBB's `Recording.scala`.
///
/// - Source: facts §2.10.
extension RecordingsText {
  /// Writes a recording.
  mutating func recording(_ recording: Recording) {
    container("recording") { text in
      text.identity(of: recording)
      text.metadata(of: recording)
      text.breakout(recording.breakout)
      text.breakoutRooms(recording.breakoutRooms)
      text.playback(text.visibleFormats(of: recording), of: recording)
      text.element("data", "")
    }
  }

  private mutating func identity(of recording: Recording) {
    element("recordID", recording.recordID)
    element("meetingID", recording.meetingID)
    element("internalMeetingID", recording.recordID)
    element("name", recording.name)
    element("isBreakout", recording.breakout != nil)
    element("published", recording.state == .published)
    element("state", recording.state.rawValue)
    element("startTime", recording.startTime)
    element("endTime", recording.endTime)
    element("participants", recording.participants)
    element("rawSize", recording.rawSize)
  }

  /// The entries that BBB adds, in camel case, and those of the meeting; no order is defined.
  private mutating func metadata(of recording: Recording) {
    container("metadata") { text in
      text.element("isBreakout", recording.breakout != nil)
      text.element("meetingId", recording.meetingID)
      text.element("meetingName", recording.name)
      for pair in recording.metadata where XMLNameRule.accepts(pair.key) {
        text.element(pair.key, pair.value)
      }
    }
  }

  /// A recording of an ordinary meeting has the element too, filled with junk: `metadata.xml` holds an empty node.
  private mutating func breakout(_ breakout: MeetingDetails.Breakout?) {
    container("breakout") { text in
      text.element("parentId", breakout?.parentMeetingID ?? "unknown")
      text.element("sequence", breakout?.sequence ?? 0)
      text.element("freeJoin", breakout?.freeJoin ?? false)
    }
  }

  private mutating func breakoutRooms(_ rooms: [String]) {
    guard !rooms.isEmpty else { return }
    container("breakoutRooms") { text in
      for room in rooms { text.element("breakoutRoom", room) }
    }
  }

  /// A page shows the first format only: the path that cuts pages drops the other metadata files of a recording.
  private func visibleFormats(of recording: Recording) -> ArraySlice<Recording.PlaybackFormat> {
    engine == .transformer ? recording.formats.prefix(1) : recording.formats[...]
  }

  private mutating func playback(_ formats: ArraySlice<Recording.PlaybackFormat>, of recording: Recording) {
    element("size", formats.reduce(0) { $0 + $1.size })
    container("playback", isEmpty: formats.isEmpty) { text in
      for format in formats { text.format(format, of: recording) }
    }
  }

  /// The length is in whole minutes, rounded down.
  private mutating func format(_ format: Recording.PlaybackFormat, of recording: Recording) {
    container("format") { text in
      text.element("type", format.type)
      text.element("url", format.url)
      text.element("processingTime", format.processingTime)
      text.element("length", format.lengthInMilliseconds / 60_000)
      text.element("size", format.size)
      if format.previewCount > 0 { text.preview(format, of: recording) }
    }
  }

  /// The pictures of the first slides, at the address where BBB keeps them beside the player's files.
  private mutating func preview(_ format: Recording.PlaybackFormat, of recording: Recording) {
    let server = format.url.firstRange(of: "/playback/").map { format.url[..<$0.lowerBound] } ?? ""
    let document = "\(MeetingIdentifiers.recordIDPrefix(meetingID: "default.pdf"))-\(recording.startTime)"
    let folder = "\(server)/presentation/\(recording.recordID)/presentation/\(document)/thumbnails"
    container("preview") { text in
      text.container("images") { text in
        for slide in 1...format.previewCount {
          text.element(
            "image", attributes: #"width="176" height="136" alt="Slide \#(slide)""#,
            "\(folder)/thumb-\(slide).png")
        }
      }
    }
  }
}
