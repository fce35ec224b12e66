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

  var policy: CallbackPolicy { CallbackPolicy(allowing: allowed) }
}
