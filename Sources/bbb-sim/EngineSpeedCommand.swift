import ArgumentParser
import Determinism
import ExitCodes
import Foundation
import Scenarios
import TimelineEngine

/// `bbb-sim engine-speed`: how many events the engine applies, and in how many seconds; for `make bench`.
struct EngineSpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine-speed",
    abstract: "Play a scenario as fast as the machine can, and print events and seconds as JSON.",
    shouldDisplay: false)

  @Argument(help: "A shipped scenario's name, or the path of a file.")
  var scenario: String

  @Option(name: .customLong("for"), help: "How much simulated time to play, such as 30d.")
  var span: DayOffset

  @Option(help: "The seed of every random choice, in place of the scenario's.")
  var seed: UInt64?

  func run() throws {
    let scenario = try Console.readScenario(scenario)
    let clock = ContinuousClock()
    var timeline = Timeline(scenario: scenario, seed: seed)
    let before = Self.processorSeconds
    let elapsed = clock.measure { timeline.advance(to: scenario.starts.advanced(by: span.offset)) }
    let processor = Self.processorSeconds - before
    let events = timeline.world.revision
    let rate = Int((Double(events) / max(elapsed.inSeconds, 1e-9)).rounded())
    Console.say(
      #"{"scenario":"\#(scenario.name)","events":\#(events),"seconds":\#(elapsed.inSeconds),"#
        + #""processorSeconds":\#(processor),"eventsPerSecond":\#(rate)}"#)
  }

  /// What this process has used of the processor; on a busy machine it says more than the time on the wall.
  private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
