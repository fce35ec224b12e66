public import BBBAPI
public import PrometheusText

/// What a case expects of an answer.
public enum Expectation: Sendable, Equatable {
  /// Every family of the contract says what the world says, and the page keeps the rules of its format.
  case oracle
  /// A series has this value.
  case value(Series, Double)
  /// A series has at least this value.
  case atLeast(Series, Double)
  /// A series has grown by this much since the scrape before.
  case increased(Series, by: Double)
  /// No such series or family is there.
  case absent(Series)
  /// A series is there.
  case present(Series)
  /// A family is declared with this type.
  case type(family: String, MetricType)
  /// The answer's media type, with these parameters among its own.
  case contentType(String)
  /// The answer's HTTP status.
  case status(Int)
  /// The answer was complete within this time.
  case within(Duration)
  /// The API was called so often for this scrape; calls that are not named may be any number.
  case calls([APICall: Int])
  /// Each such call for this scrape has a `limit`, of at most so many.
  case limited(APICall, to: Int)
  /// A metric of the exporter's own, whatever its name, tells of what has just happened.
  case noticed(by: Notice)
  /// A line that the exporter has printed so far has this text, in capitals or not; with a number, so many lines have.
  case prints(String, lines: Int?)
  /// What the exporter has printed so far shows none of these texts.
  case silentAbout([String])
  /// The load of the step comes to something.
  case load(LoadExpectation)
}

extension Expectation {
  /// Whether the expectation is about the metrics on a page, which an answer other than 200 does not have.
  var concernsMetrics: Bool {
    switch self {
    case .oracle, .value, .atLeast, .increased, .absent, .present, .type, .noticed: true
    case .contentType, .status, .within, .calls, .limited, .prints, .silentAbout, .load: false
    }
  }
}

extension [Expectation] {
  /// What is expected of a load.
  var ofLoads: [LoadExpectation] {
    compactMap { if case .load(let expectation) = $0 { expectation } else { nil } }
  }
}

/// How a metric that the contract does not name tells that something is out of order.
///
/// The contract wants odd fields counted and calls to have their own success, and leaves the names open. So what
/// stood still between the two scrapes before, and moves at this one, counts as having noticed.
public enum Notice: String, Sendable, CaseIterable {
  /// A counter has grown.
  case counter
  /// A gauge has gone from 1 to 0.
  case gauge
}

/// A series as a case names it: a sample's full name and labels, in any order.
public struct Series: Sendable, Hashable {
  /// The full name, with `_total`, `_bucket` and the like.
  public var name: String
  /// Every label; `le` is compared as a number.
  public var labels: [Label]
  /// As the case writes it.
  public var text: String
}

extension Series {
  /// Reads `name` or `name{label="value"}`; nil when it is neither.
  public init?(_ text: String) {
    // A series in a case is written as on a page, so the page's own parser reads it.
    guard !text.contains("\n"),
      let families = try? ExpositionParser.parse(Array("\(text) 0\n".utf8), as: .text),
      let family = families.first, let sample = family.samples.first, sample.timestamp == nil,
      sample.value == 0
    else { return nil }
    self.init(name: family.name + sample.suffix, labels: sample.labels, text: text)
  }

  var labelsByName: [String: String] {
    Dictionary(labels.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
