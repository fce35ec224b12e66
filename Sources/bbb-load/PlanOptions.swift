import ArgumentParser
import LoadEngine

/// The options that say when requests are due.
struct PlanOptions: ParsableArguments {
  @Option(help: "Requests a second.")
  var rate: Double?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("How long to send, such as 1m30s. (default: 10s)", valueName: "time"))
  var duration: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "constant, ramp:10..200, steps:10@5s,200@20s, poisson, or poisson: before one of the others.",
      valueName: "shape"))
  var plan = "constant"

  @Option(
    help: ArgumentHelp("The part of the plan to send, such as 3/8: every eighth request.", valueName: "i/n"))
  var shard: String?

  @Option(help: "The seed of Poisson plans and of the mix of calls.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("How long a plan may last.", valueName: "time"))
  var maxTime = TimeSpan(Ceiling.usual.duration)

  @Option(help: ArgumentHelp("How many requests a second a plan may reach.", valueName: "rate"))
  var maxRate = Int(Ceiling.usual.rate)

  /// The plan that the options mean.
  func loadPlan() throws(ValidationError) -> LoadPlan {
    let text = PlanText(shape: plan, rate: rate, duration: duration?.duration)
    // The bound of the connections is another command's.
    let ceiling = Ceiling(duration: maxTime.duration, rate: Double(maxRate), connections: .max)
    let whole = try usage("") { () throws(PlanTextError) in try text.plan(seed: seed) }
    try usage("") { () throws(CeilingError) in try ceiling.check(whole, DispatchLimits()) }
    guard let shard else { return whole }
    guard let part = Shard(parsing: shard) else {
      throw ValidationError("--shard: '\(shard)' is no part of a whole, such as 3/8")
    }
    return whole.shard(part)
  }
}
