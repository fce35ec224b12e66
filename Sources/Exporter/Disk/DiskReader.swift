import BBBAPI
import Synchronization

/// Reads what is wanted from the folders of the server, off the event loops and never twice at once.
final class DiskReader: Sendable {
  private let states: [RecordingState]
  private let root: String
  private let releaseFile: String?
  private let files: any FileTree
  private let isReading = Mutex(false)

  /// Nil when nothing is wanted from disk.
  init?(settings: MetricsSettings, files: any FileTree) {
    guard settings.recordings == .disk || settings.readsVersion else { return nil }
    states = settings.recordings == .disk ? ScrapeCall.recordingStates + [.unprocessed] : []
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
    return await BlockingWork.run {
      defer { self.isReading.withLock { $0 = false } }
      return self.readNow()
    }
  }

  func readNow() -> DiskReading {
    var reading = DiskReading()
    if !states.isEmpty { readRecordings(into: &reading) }
    if let releaseFile { readVersion(in: releaseFile, into: &reading) }
    return reading
  }

  private func readRecordings(into reading: inout DiskReading) {
    let tree = RecordingsTree(root: root, files: files)
    do throws(FileTreeError) {
      // A volume that went away must not look like a server without recordings.
      _ = try files.names(in: root)
    } catch {
      reading.problems.append("\(root) (\(error)): no recordings are counted")
      return
    }
    for state in states {
      do throws(FileTreeError) {
        reading.recordings[state] = try tree.count(of: state)
      } catch {
        reading.problems.append("\(root) (\(error)): \(state.rawValue) recordings are not counted")
      }
    }
  }

  private func readVersion(in file: String, into reading: inout DiskReading) {
    do throws(FileTreeError) {
      reading.version = ReleaseFile.version(in: try files.text(of: file))
      if reading.version == nil { reading.versionProblem = "\(file) is not one line KEY=version" }
    } catch {
      reading.versionProblem = "\(file): \(error)"
    }
  }
}
