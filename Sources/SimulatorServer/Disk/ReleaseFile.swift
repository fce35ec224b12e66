public import BBBAPI
import Foundation

/// `/etc/bigbluebutton/bigbluebutton-release`, by which programs on a server tell its version.
///
/// - Source: facts §5.2.
public enum ReleaseFile {
  private static let key = "BIGBLUEBUTTON_RELEASE"

  /// Writes the file; one that is there already must be of the same kind, one `KEY=version` line.
  public static func write(_ profile: Profile, to path: String) throws(DiskTreeError) {
    // What is not there, or can't be read, is told apart by the writing.
    let found = try? String(contentsOfFile: path, encoding: .utf8)
    guard found?.wholeMatch(of: /BIGBLUEBUTTON_RELEASE=[^\n]*\n?/) != nil || found == nil else {
      throw .foreign(path: path)
    }
    do {
      try Data("\(key)=\(profile.name).0\n".utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .inaccessible(path: path, reason: error.localizedDescription)
    }
  }
}
