import ArgumentParser
import SimulatorServer

/// Where callbacks may go.
struct CallbackOptions: ParsableArguments {
  @Option(
    name: .customLong("allow-callbacks"),
    help: ArgumentHelp(
      "A host beside this machine that callbacks and webhooks may be sent to; may be given again.",
      valueName: "host"))
  var allowed: [String] = []

  func validate() throws {
    for host in allowed where host.isEmpty || host.contains(where: { "/ @?#".contains($0) }) {
      throw ValidationError(
        "--allow-callbacks takes the name or address of a host alone, such as lms.example.org")
    }
  }

  var policy: CallbackPolicy { CallbackPolicy(allowing: allowed) }
}
