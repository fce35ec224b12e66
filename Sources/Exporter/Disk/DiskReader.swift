import NIOPosix
import Synchronization

/// Reads what is wanted from the folders of the server, off the event loops and never twice at once.
final class DiskReader: Sendable {
  /// Threads of its own, so that a volume that hangs keeps nothing else waiting; their number bounds how many hang.
  private static let threads: NIOThreadPool = {
    let threads = NIOThreadPool(numberOfThreads: 2)
    threads.start()
    return threads
  }()

  private let wantsRecordings: Bool
  private let root: String
  private let releaseFile: String?
  private let files: any FileTree
  private let isReading = Mutex(false)

  /// Nil when nothing is wanted from disk.
  init?(settings: MetricsSettings, files: any FileTree) {
    guard settings.recordings == .disk || settings.readsVersion else { return nil }
    wantsRecordings = settings.recordings == .disk
    root = settings.bbbDirectory
    releaseFile = settings.readsVersion ? settings.bbbReleaseFile : nil
    self.files = files
  }

  /// Reads; nil when the task is cancelled first, or when an earlier read still hangs, as on a dead network volume.
  func read() async -> DiskReading? {
    let isFree = isReading.withLock { isReading in
      defer { isReading = true }
      return !isReading
    }
    guard isFree else { return nil }
    return await BlockingWork.run(on: Self.threads) {
      defer { self.isReading.withLock { $0 = false } }
      return self.readNow()
    }
  }

  func readNow() -> DiskReading {
    var reading = DiskReading()
    if wantsRecordings { readRecordings(into: &reading) }
    if let releaseFile { readVersion(in: releaseFile, into: &reading) }
    return reading
  }

  private func readRecordings(into reading: inout DiskReading) {
    do throws(FileTreeError) {
      guard try holdsAnything() else {
        reading.recordingsProblem =
          "\(root): it holds none of \(RecordingsTree.folders.joined(separator: ", ")); is the volume mounted?"
        return
      }
      reading.recordings = CensusTaker.census(of: RecordingsTree(root: root, files: files))
    } catch {
      reading.recordingsProblem = "\(root): \(error); no recordings are counted"
    }
  }

  /// A volume that went away, or left its mount point behind, must not look like a server without recordings.
  private func holdsAnything() throws(FileTreeError) -> Bool {
    var holdsAnything = false
    try files.forEachName(in: root, of: .folder) {
      if RecordingsTree.folders.contains($0) { holdsAnything = true }
    }
    return holdsAnything
  }

  private func readVersion(in file: String, into reading: inout DiskReading) {
    do throws(FileTreeError) {
      reading.version = ReleaseFile.version(in: try files.text(of: file))
      if reading.version == nil { reading.versionProblem = "\(file): it does not hold one line KEY=version" }
    } catch {
      reading.versionProblem = "\(file): \(error)"
    }
  }
}
