import BBBAPI
import BBBClient

/// The folders below `/var/bigbluebutton`, walked to a fixed depth and never into a recording.
///
/// Each recording counts once by its ID in whatever formats it exists, in every state whose folder it lies in:
///
/// | state | folder |
/// |---|---|
/// | processing | `recording/process/<format>/<id>`; failed ones stay there, and the API lists them as well |
/// | published | `published/<format>/<id>` |
/// | unpublished | `unpublished/<format>/<id>` |
/// | deleted | `deleted/<format>/<id>`, until `bbb-record --delete` or a clean-up takes them away |
/// | unprocessed | none of these: it has a marker in `recording/status`, or nothing but `recording/raw/<id>` |
///
/// Versions differ in the markers that they leave behind, which is why no folder of them is simply counted:
///
/// | marker | written when | 2.2 and before | 2.3 to 3.0 |
/// |---|---|---|---|
/// | `recorded/<id>.done` | the meeting ends | removed when archived | removed when archiving is queued: only `raw/<id>` is left |
/// | `archived/<id>.done` | archived | removed when checked | kept |
/// | `sanity/<id>.done` | checked | removed when processed | kept |
/// | `processed/<id>-<format>.done` | a format is made | removed when published | kept |
/// | `published/<id>-<format>.done` | a format is published | kept | kept |
/// | `archived/<id>.norecord` | nobody pressed the button | kept 14 days | kept 14 days |
/// | `<step>/<id>[-<format>].fail` | a step fails | kept until it is tried again | likewise |
/// | `ended/<id>.done` | a meeting ends whose events are kept | no recording | no recording |
///
/// Processing removes `process/<format>/<id>` once the format is published; an empty folder there, of a recording that
/// lies in another folder, is what is left of that. A folder that does not exist is empty: servers make them when first
/// needed.
/// - Source: facts §5.1–5.2; record-and-playback `rap-starter.rb`, `rap-*-worker.rb` (2.2), `workers/*_worker.rb`
///   (2.3 on), `bbb-record`; BigBlueButton issues 12365 and 12716; exporter contract §4.
struct RecordingsTree {
  let root: String
  let files: any FileTree

  /// What a server has at the top; the package of BigBlueButton makes them.
  static let folders = ["recording", "published", "unpublished", "deleted"]
  static let processFolder = "recording/process"
  static let rawFolder = "recording/raw"
  static let recordedFolder = "recording/status/recorded"
  /// The folders with a sign of recordings that wait.
  static let waitingFolders = [
    recordedFolder, statusFolder(of: .archive), statusFolder(of: .sanity), rawFolder,
  ]

  static func statusFolder(of step: PipelineStep) -> String { "recording/status/\(step.folder)" }

  /// Hands over every name in a folder but hidden ones; none when there is no such folder, or it went away meanwhile.
  func forEachName(
    in folder: String, of kind: EntryKind = .anything, _ body: (String) -> Void
  ) throws(FolderProblem) {
    let path = "\(root)/\(folder)"
    do throws(FileTreeError) {
      try files.forEachName(in: path, of: kind) { if $0.utf8.first != UInt8(ascii: ".") { body($0) } }
    } catch .missing {
    } catch .notDirectory {
    } catch {
      throw FolderProblem(folder: path, reason: error)
    }
  }

  /// Hands over every recording in the formats below a folder, as often as it has formats.
  func forEachRecording(
    under folder: String, _ body: (_ format: String, _ id: String) -> Void
  ) throws(FolderProblem) {
    var formats: [String] = []
    try forEachName(in: folder, of: .folder) { formats.append($0) }
    for format in formats {
      try forEachName(in: "\(folder)/\(format)", of: .folder) { body(format, $0) }
    }
  }

  /// Since when something lies there; nil when it went away meanwhile.
  func modificationTime(of path: String) throws(FolderProblem) -> Int? {
    let path = "\(root)/\(path)"
    do throws(FileTreeError) {
      return try files.modificationTime(of: path)
    } catch .missing {
      return nil
    } catch {
      throw FolderProblem(folder: path, reason: error)
    }
  }
}
