public import BBBAPI
import Wording

/// The answers of the calls for subtitles and captions; JSON (facts §2.14, §2.15).
extension Response {
  /// The answer of `getRecordingTextTracks`; compact, keys in the order of BBB's class.
  ///
  /// Each track comes with its address, which holds a token.
  public static func textTracks(_ tracks: [(track: TextTrack, href: String)]) -> [UInt8] {
    let entries = tracks.map { track, href in
      object([
        ("href", href), ("kind", track.kind), ("label", track.label), ("lang", track.language),
        ("source", track.source),
      ])
    }
    return Array(
      #"{"response":{"returncode":"SUCCESS","tracks":[\#(entries.joined(separator: ","))]}}"#.utf8)
  }

  /// A failure of `getRecordingTextTracks`; compact.
  public static func textTracksFailed(_ failure: APIFailure) -> [UInt8] {
    Array(#"{"response":\#(object(fields(of: failure)))}"#.utf8)
  }

  /// The answer of `putRecordingTextTrack` to a file that was taken; compact.
  public static func textTrackUploaded(recordID: String) -> [UInt8] {
    let fields = [
      ("returncode", "SUCCESS"), ("recordId", recordID), ("messageKey", "upload_text_track_success"),
      ("message", "Text track uploaded successfully"),
    ]
    return Array(#"{"response":\#(object(fields))}"#.utf8)
  }

  /// A failure of `putRecordingTextTrack`; over several lines, as Groovy prints it.
  public static func textTrackRefused(_ failure: APIFailure) -> [UInt8] {
    let lines = fields(of: failure).map { "        \"\($0.0)\": \(JSONString.quoted($0.1))" }
    return Array("{\n    \"response\": {\n\(lines.joined(separator: ",\n"))\n    }\n}".utf8)
  }

  private static func fields(of failure: APIFailure) -> [(String, String)] {
    [("returncode", "FAILED"), ("messageKey", failure.messageKey), ("message", failure.message)]
  }

  private static func object(_ fields: [(String, String)]) -> String {
    let members = fields.map { "\"\($0.0)\":\(JSONString.quoted($0.1))" }
    return "{\(members.joined(separator: ","))}"
  }
}
