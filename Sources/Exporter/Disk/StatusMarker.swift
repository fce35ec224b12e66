/// A file in `recording/status/<stage>`, whose name says how far a recording has come.
struct StatusMarker {
  /// How the stage ended.
  enum Ending: String {
    case done
    case fail
    /// Nobody pressed the button: there is nothing to process.
    case norecord
  }

  let ending: Ending
  let name: RecordingName

  /// Nil for files that are no markers.
  init?(_ file: String, hasFormat: Bool = false) {
    guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex,
      let ending = Ending(rawValue: String(file[file.utf8.index(after: dot)...]))
    else { return nil }
    self.ending = ending
    name = RecordingName(file[..<dot], hasFormat: hasFormat)
  }
}
