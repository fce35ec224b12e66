/// What a family of the contract must show on one page.
struct ExpectedFamily: Sendable, Equatable {
  let family: ContractFamily
  let presence: Presence
  let series: [ExpectedSeries]

  /// Whether a family must be there.
  enum Presence: Sendable, Equatable {
    /// It must be there, with exactly these series.
    case demanded
    /// It may be missing; when it is there, then with exactly these series.
    case optional
    /// It must not be there.
    case forbidden
    /// It must be there, and what it says is not the oracle's business.
    case unjudged
    /// It must be there once, with the value 1 and one label of this name that is not empty.
    case informing(label: String)
  }

  init(_ family: ContractFamily, _ presence: Presence = .demanded, _ series: [ExpectedSeries] = []) {
    self.family = family
    self.presence = presence
    self.series = series
  }
}

/// A series and the values that it may have.
struct ExpectedSeries: Sendable, Equatable {
  /// The sample's full name.
  let name: String
  let labels: [String: String]
  let value: ValueRange
  /// Whether it may be missing too.
  var isOptional = false

  init(_ name: String, _ labels: [String: String] = [:], _ value: ValueRange) {
    self.name = name
    self.labels = labels
    self.value = value
  }
}

/// The values that a sample may have.
enum ValueRange: Sendable, Equatable {
  case exactly(Double)
  case between(Double, Double)
  case atLeast(Double)

  static func exactly(_ count: Int) -> ValueRange { .exactly(Double(count)) }

  func contains(_ value: Double) -> Bool {
    switch self {
    case .exactly(let expected): value == expected
    case .between(let lower, let upper): value >= lower && value <= upper
    case .atLeast(let lower): value >= lower
    }
  }
}
