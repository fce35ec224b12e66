import SimulatorCore
import TimelineEngine

extension SimulatedServer {
  /// Keeps a tree in step with the world until the task is cancelled; a failure is told once, and tried again later.
  @concurrent
  public func keepDisk(
    _ tree: DiskTree, linkedTo serverURL: String, onFailure: @Sendable (DiskTreeError) -> Void
  ) async {
    var revision: UInt64?
    var latest: DiskTreeError?
    for await instant in moments() {
      let world = simulator.world(at: instant)
      guard world.revision != revision else { continue }
      do {
        try tree.follow(world.recordings, linkedTo: serverURL)
        (revision, latest) = (world.revision, nil)
      } catch {
        if error != latest { onFailure(error) }
        latest = error
      }
    }
  }
}
