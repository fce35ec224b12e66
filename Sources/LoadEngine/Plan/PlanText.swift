import Determinism

/// A plan as the command line says it: a shape, a rate and a duration, of which some shapes need only one.
public struct PlanText: Sendable, Equatable {
  /// `constant`, `ramp:A..B`, `steps:R@D,…`, `poisson`, or `poisson:` before one of the others.
  public var shape: String
  /// Requests a second; for shapes that don't say it themselves.
  public var rate: Double?
  /// How long; for shapes that don't say it themselves. Without it ``defaultDuration``.
  public var duration: Duration?

  /// How long a run lasts when nobody says it.
  public static let defaultDuration = Duration.seconds(10)

  /// Gathers what was said.
  public init(shape: String = "constant", rate: Double? = nil, duration: Duration? = nil) {
    self.shape = shape
    self.rate = rate
    self.duration = duration
  }

  /// The plan that the text means; `seed` fixes the instants of Poisson plans.
  public func plan(seed: UInt64) throws(PlanTextError) -> LoadPlan {
    if let rate, !(rate > 0 && rate.isFinite) { throw .badRate("\(rate)") }
    if let duration, duration <= .zero { throw .badDuration(duration.scenarioText) }
    let words = shape.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard words[0] == "poisson" else { return LoadPlan(try curve(shape[...])) }
    return LoadPlan(try curve(words.count == 1 ? "constant" : words[1]), spacing: .poisson(seed: seed))
  }

  private func curve(_ shape: Substring) throws(PlanTextError) -> RateCurve {
    if shape == "constant" {
      guard let rate else { throw .missingRate }
      return .constant(rate, for: duration ?? Self.defaultDuration)
    }
    if shape.hasPrefix("ramp:") { return try ramp(shape.dropFirst("ramp:".count)) }
    if shape.hasPrefix("steps:") { return try steps(shape.dropFirst("steps:".count)) }
    throw .unknownShape(String(shape))
  }

  private func ramp(_ text: Substring) throws(PlanTextError) -> RateCurve {
    guard rate == nil else { throw .saidTwice(option: "--rate", shape: "ramp") }
    let dots = text.firstRange(of: "..")
    guard let dots else { throw .badRamp(String(text)) }
    let (start, end) = (try Self.rate(text[..<dots.lowerBound]), try Self.rate(text[dots.upperBound...]))
    guard start + end > 0 else { throw .badRamp(String(text)) }
    return .ramp(from: start, to: end, for: duration ?? Self.defaultDuration)
  }

  private func steps(_ text: Substring) throws(PlanTextError) -> RateCurve {
    guard rate == nil else { throw .saidTwice(option: "--rate", shape: "steps") }
    guard duration == nil else { throw .saidTwice(option: "--for", shape: "steps") }
    var pieces: [RateCurve.Piece] = []
    for step in text.split(separator: ",", omittingEmptySubsequences: false) {
      pieces.append(try Self.step(step))
    }
    guard pieces.contains(where: { $0.startRate > 0 }) else { throw .badStep(String(text)) }
    return RateCurve(pieces)
  }

  private static func step(_ text: Substring) throws(PlanTextError) -> RateCurve.Piece {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .badStep(String(text)) }
    let rate = try rate(parts[0])
    // The reason is not told apart: the message shows how a step is written.
    guard let duration = try? Duration(scenarioText: String(parts[1])), duration > .zero else {
      throw .badStep(String(text))
    }
    return RateCurve.Piece(lasting: duration, from: rate, to: rate)
  }

  private static func rate(_ text: Substring) throws(PlanTextError) -> Double {
    guard let rate = Double(text), rate >= 0, rate.isFinite else { throw .badRate(String(text)) }
    return rate
  }
}

/// Why a plan's text means no plan.
public enum PlanTextError: Error, Sendable, Equatable {
  /// The shape needs a rate, and none was said.
  case missingRate
  /// Not a number of requests a second, or not above 0 where one is needed.
  case badRate(String)
  /// Not above 0.
  case badDuration(String)
  /// No shape of this name.
  case unknownShape(String)
  /// What stands behind `ramp:` isn't two rates, one of them above 0.
  case badRamp(String)
  /// A step isn't a rate and a duration, or no step has a rate above 0.
  case badStep(String)
  /// An option says what the shape says already.
  case saidTwice(option: String, shape: String)
}

extension PlanTextError: CustomStringConvertible {
  /// What is wrong and what would mend it, in a line.
  public var description: String {
    switch self {
    case .missingRate: "how many requests a second? Say it with --rate, such as --rate 100"
    case .badRate(let text): "'\(text)' is no rate: a number of requests a second, such as 100 or 0.5"
    case .badDuration(let text): "'\(text)' is no duration to send for: it must be above zero"
    case .unknownShape(let text):
      "there is no plan '\(text)'; known are constant, ramp:10..200, steps:10@5s,200@20s, poisson"
        + " and poisson: before one of them"
    case .badRamp(let text): "'\(text)' is no ramp: two rates, one of them above zero, as in ramp:10..200"
    case .badStep(let text):
      "'\(text)' is no step: a rate and a duration, as in steps:10@5s,200@20s, one of the rates above zero"
    case .saidTwice(let option, let shape): "\(shape) says it itself: leave out \(option)"
    }
  }
}
