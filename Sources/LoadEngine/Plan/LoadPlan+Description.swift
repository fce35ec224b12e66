import Determinism

extension LoadPlan: CustomStringConvertible {
  /// The plan in words, such as `Poisson, ramp 10..200/s for 10s, shard 3/8`.
  public var description: String {
    var parts: [String] = spacing == .even ? [] : ["Poisson"]
    parts.append(curve.description)
    if shard.total > 1 { parts.append("shard \(shard)") }
    return parts.joined(separator: ", ")
  }
}

extension RateCurve: CustomStringConvertible {
  /// The curve in words, such as `constant 100/s for 10s`.
  public var description: String {
    guard pieces.count == 1 else { return "steps " + pieces.map(\.description).joined(separator: ", ") }
    return (pieces[0].startRate == pieces[0].endRate ? "constant " : "ramp ") + pieces[0].description
  }
}

extension RateCurve.Piece: CustomStringConvertible {
  /// The piece in words, such as `10..200/s for 10s`.
  public var description: String {
    let rate = startRate == endRate ? startRate.shortText : "\(startRate.shortText)..\(endRate.shortText)"
    return "\(rate)/s for \(duration.scenarioText)"
  }
}
