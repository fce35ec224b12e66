import Foundation
public import Scenarios
import SimulatorCore
import TimelineEngine

/// Where the servers of a port keep their state: the root's in a file, the others' beside it, each in a file of its own.
public struct StateKeeping: Sendable {
  private let path: String
  private let source: ScenarioSource

  /// Keeps the state of servers called NAME in `PATH.NAME`; all of them belong to this text of a scenario.
  public init(beside path: String, of source: ScenarioSource) {
    self.path = path
    self.source = source
  }

  /// The server as its file has it; a fresh one when there is no such file yet.
  func restored(_ fresh: SimulatedServer, as name: ServerName) throws -> SimulatedServer {
    let timeline = fresh.simulator.timeline
    let identity = StateIdentity(
      source: source, scenario: timeline.scenario, seed: timeline.seed, profile: fresh.simulator.profile)
    let file = try StateFile(at: "\(path).\(name)", of: identity)
    return try SimulatedServer(keptIn: file, like: fresh)
  }
}

extension StateFile {
  /// Removes the file with its log; who still writes to it writes into nothing.
  func remove() {
    for suffix in ["", "-wal", "-journal"] {
      // A log that is not there needs no removing; a file that can't be removed is found again, and named, at the next use.
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
