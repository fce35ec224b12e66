public import BBBAPI
import Foundation
import Synchronization

/// A `/var/bigbluebutton` on disk that follows the recordings of a world.
///
/// It writes below its folder only, removes only what it wrote, and does work for what changed alone. Folders appear
/// whole and move whole between states, as BBB moves them, so that whoever counts entries counts right.
public final class DiskTree: Sendable {
  private let root: OwnedFolder
  private let placed = Mutex<[String: Recording]>([:])

  /// Takes an empty folder, a new one, or one that held a tree before, which is cleared.
  ///
  /// - Parameter path: the folder that stands for `/var/bigbluebutton`.
  /// - Throws: what is wrong with the folder, which is left alone then.
  public init(at path: String) throws(DiskTreeError) {
    root = try OwnedFolder(at: path)
    try root.clear()
    for folder in RecordingFolders.standing { try root.makeFolder(folder) }
  }

  /// Makes the tree what these recordings ask for; to be called from one task at a time.
  ///
  /// `serverURL` is scheme and host that playback links begin with, the same every time.
  public func follow(_ recordings: [Recording], linkedTo serverURL: String) throws(DiskTreeError) {
    let folders = { RecordingFolders(recording: $0, serverURL: serverURL) }
    var before = placed.withLock { $0 }
    // Noted after each, so that what one failure leaves undone is done the next time.
    defer { placed.withLock { $0 = before } }
    for recording in recordings where before[recording.recordID] != recording {
      try place(folders(recording), insteadOf: before[recording.recordID].map(folders))
      before[recording.recordID] = recording
    }
    guard before.count > recordings.count else { return }
    let left = Set(recordings.map(\.recordID))
    for (id, gone) in before.sorted(by: { $0.key < $1.key }) where !left.contains(id) {
      try remove(folders(gone), butFor: nil)
      before[id] = nil
    }
  }

  private func place(_ now: RecordingFolders, insteadOf then: RecordingFolders?) throws(DiskTreeError) {
    guard now.isNameable else { return }
    for file in now.files { try root.write(file.text, to: file.path) }
    for folder in now.folders {
      if let old = then?.folders.first(where: { $0.format == folder.format }), old.path != folder.path {
        try root.move(old.path, to: folder.path)
      }
      try root.write(now.metadata(of: folder.format), to: "\(folder.path)/metadata.xml")
    }
    if let then { try remove(then, butFor: now) }
  }

  private func remove(_ old: RecordingFolders, butFor now: RecordingFolders?) throws(DiskTreeError) {
    guard old.isNameable else { return }
    let files = Set(now?.files.map(\.path) ?? [])
    let folders = Set(now?.folders.map(\.path) ?? [])
    for file in old.files where !files.contains(file.path) { try root.remove(file.path) }
    for folder in old.folders where !folders.contains(folder.path) {
      try root.remove("\(folder.path)/metadata.xml")
    }
  }
}
