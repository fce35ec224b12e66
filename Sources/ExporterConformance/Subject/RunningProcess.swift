import FoundationEssentials

/// A process while it runs, as its judge sees it.
struct RunningProcess: Sendable {
  /// What it has printed so far.
  let transcript: Transcript
  /// Its number, which nobody else gets before its end has been taken note of.
  let identifier: Int32

  /// Whether it has come to its end.
  ///
  /// That its output is closed says nothing: a command line may send it elsewhere.
  var hasEnded: Bool {
    guard let bytes = FileManager.default.contents(atPath: "/proc/\(identifier)/stat") else { return true }
    // The state stands behind the name, which is in brackets and may have brackets of its own.
    let state = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.first { $0 != " " }
    return state == "Z" || state == "X"
  }

  /// Gives what it has printed at its end the time to arrive; a child that it left behind may hold its output
  /// open.
  func awaitLastWords() async {
    await Waiting.until(within: .seconds(1)) { transcript.isClosed }
  }
}
