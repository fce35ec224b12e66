import BBBAPI

extension Recording.PlaybackFormat {
  /// A format as BBB's scripts make it; the link is the player's path (facts §2.10).
  init(_ type: String, of recordID: String, milliseconds: Int64, processingTime: Int64) {
    self.init(
      type: type, url: Self.path(type, recordID), processingTime: processingTime,
      lengthInMilliseconds: milliseconds, size: Self.size(type, milliseconds))
    // BBB shows the first three slides.
    if type == "presentation" { previewCount = 3 }
  }

  /// Where a browser finds the format. Those of `presentation` and `podcast` were seen, the others follow their pattern.
  private static func path(_ type: String, _ recordID: String) -> String {
    switch type {
    case "presentation": "/playback/presentation/2.3/\(recordID)"
    case "podcast": "/podcast/\(recordID)/audio.ogg"
    case "notes": "/notes/\(recordID)/notes.pdf"
    default: "/playback/\(type)/\(recordID)/"
    }
  }

  /// Believable bytes: sound alone is an eighth of sound and pictures, notes are a document.
  private static func size(_ type: String, _ milliseconds: Int64) -> Int64 {
    switch type {
    case "podcast": RecordingSize.playback(milliseconds: milliseconds) / 8
    case "notes": 24_576
    default: RecordingSize.playback(milliseconds: milliseconds)
    }
  }
}
