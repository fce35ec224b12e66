/// One thing that a case saw and has to say, written for the person who will fix it.
public struct Finding: Sendable, Hashable {
  /// What a finding means for the verdict.
  public enum Weight: String, Sendable, Codable, CaseIterable {
    /// The subject broke what the case expects.
    case breach
    /// Worth a look; breaks nothing.
    case advice
    /// Why the case could not be run or judged to its end.
    case obstacle
  }

  /// What a finding means for the verdict.
  public var weight: Weight
  /// What is wrong, in one line that can be read alone.
  public var what: String
  /// What should have been seen.
  public var expected: String?
  /// What was seen. Nothing of it is trusted: reports redact it and show control characters as text.
  public var actual: String?
  /// When it was seen: the step or the simulated instant, such as `step 3, at 31m`.
  public var moment: String?
  /// The line of the contract, where it is narrower than the citations of the case.
  public var citation: Citation?
  /// A likely cause or the way to a fix.
  public var hint: String?

  /// Makes a finding that says only what is wrong; the rest is set on it.
  public init(_ weight: Weight = .breach, _ what: String) {
    self.weight = weight
    self.what = what
  }

  /// Makes a breach of the common shape: something should have been so and was not.
  public init(_ what: String, expected: String, actual: String, at moment: String? = nil) {
    self.init(.breach, what)
    self.expected = expected
    self.actual = actual
    self.moment = moment
  }
}
