import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct SimulatorDiskTests {
  @Test func `the tree is there with the ready line, and follows the clock`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }  // only a temporary folder stays if this fails
    let release = folder.path + "-release"
    defer { try? FileManager.default.removeItem(atPath: release) }  // the same
    let running = try RunningSimulator([
      "run", "lecture-day", "--port", "0", "--clock", "frozen", "--disk", folder.path, "--disk-release",
      release,
    ])
    let port = try running.port()
    #expect(try String(contentsOfFile: release, encoding: .utf8) == "BIGBLUEBUTTON_RELEASE=3.0.0\n")
    let published = folder.appending(path: "published/presentation").path
    let before = try FileManager.default.contentsOfDirectory(atPath: published).count
    let connection = try Connection(to: port)
    _ = connection.post("/_sim/clock", #"{"to": "3h"}"#)
    let world = connection.getWhole("/_sim/world")
    let expected = try #require(world.firstMatch(of: /"published" : (\d+)/).flatMap { Int($0.1) })
    #expect(expected > before)
    while try FileManager.default.contentsOfDirectory(atPath: published).count != expected { sched_yield() }
    running.stop()
    #expect(try running.outcome().status == 0)
  }

  @Test func `somebody's folder is refused`() throws {
    let outcome = try Simulator.run("run", "quiet-server", "--port", "0", "--disk", "/etc")
    #expect(outcome.status == 65 && outcome.output.isEmpty && outcome.errors.contains("/etc is not empty"))
  }
}
