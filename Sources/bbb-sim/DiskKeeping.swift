import SimulatorServer
import TimelineEngine

/// The tree on disk, from when the server listens: only then is it known what links begin with.
struct DiskKeeping: Sendable {
  private let tree: DiskTree
  private let server: SimulatedServer
  private let urls: AsyncStream<String>
  private let began: AsyncStream<String>.Continuation

  init(_ tree: DiskTree, of server: SimulatedServer) {
    self.tree = tree
    self.server = server
    (urls, began) = AsyncStream.makeStream()
  }

  /// Makes the tree what the recordings are now; whoever sees the ready line finds it so.
  func begin(at serverURL: String) {
    do {
      try tree.follow(server.world.recordings, linkedTo: serverURL)
    } catch {
      Console.complain(error.description)
    }
    began.yield(serverURL)
  }

  /// Follows the world until the task is cancelled.
  @concurrent
  func run() async {
    for await url in urls {
      await server.keepDisk(tree, linkedTo: url) { Console.complain($0.description) }
    }
  }
}
