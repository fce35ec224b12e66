/// What a load must come to: something that is measured, and how far it may go.
public struct LoadExpectation: Sendable, Equatable {
  /// What is measured.
  public var measure: LoadMeasure
  /// How far it may go, in ``LoadMeasure/unit``: no less for a share of the scrapes, no more for anything else.
  public var limit: Double

  /// Expects something of a load.
  public init(_ measure: LoadMeasure, _ limit: Double) {
    self.measure = measure
    self.limit = limit
  }
}

/// What is measured of a load: ratios and counts, which a noisy machine leaves alone.
public enum LoadMeasure: String, Sendable, CaseIterable {
  /// The share of the scrapes that were answered with status 200, within their timeout if they have one.
  case answered
  /// The share of the scrapes whose page says all that the oracle says.
  case right
  /// The share of the scrapes on whose page `bbb_api_up` says what became of the getMeetings before.
  case upRight = "up-right"
  /// How often the busiest call of the API was made for the scrapes of one round.
  case amplification
  /// The time of a scrape, the median, over the time that the API takes for one call.
  case serialFactor = "serial-factor"
  /// The number of the first scrape from which on every page is right.
  case recovery = "right-from"
  /// Resident memory of the last quarter of the scrapes over that of the second, medians.
  case memoryGrowth = "memory-growth"
  /// The most resident memory that the exporter ever had.
  case peakMemory = "peak-memory"
  /// Descriptors that the exporter holds when all is over, beyond those that it held before.
  case descriptorGrowth = "descriptor-growth"
  /// The most connections to the API that were open at the same time.
  case openCalls = "open-calls"
}

extension LoadMeasure {
  /// What its figures are called.
  var figureName: String {
    switch self {
    case .answered, .right, .amplification: rawValue
    case .upRight: "bbb_api_up right"
    case .serialFactor: "serial factor"
    case .recovery: "right from scrape"
    case .memoryGrowth: "memory growth"
    case .peakMemory: "peak memory"
    case .descriptorGrowth: "descriptor growth"
    case .openCalls: "open calls"
    }
  }

  /// The unit of its figures; empty for a ratio or a number of something that the name tells.
  var unit: String {
    switch self {
    case .answered, .right, .upRight: "%"
    case .amplification: "calls"
    case .peakMemory: "MB"
    case .descriptorGrowth: "descriptors"
    case .openCalls: "connections"
    case .serialFactor, .recovery, .memoryGrowth: ""
    }
  }

  /// Whether more is better.
  var isShare: Bool { unit == "%" }

  /// What is wrong when the limit is not kept.
  var complaint: String {
    switch self {
    case .answered: "scrapes are not answered in time"
    case .right: "pages are wrong"
    case .upRight: "bbb_api_up does not follow the API"
    case .amplification: "scrapes at the same time do not share their calls"
    case .serialFactor: "the calls of a scrape wait for each other"
    case .recovery: "the page is not right again"
    case .memoryGrowth: "memory grows from scrape to scrape"
    case .peakMemory: "the exporter takes much memory"
    case .descriptorGrowth: "descriptors are left open"
    case .openCalls: "calls pile up at the API"
    }
  }

  /// What is measured, for a reader of the case.
  var meaning: String {
    switch self {
    case .answered: "of the scrapes to be answered with status 200 in time"
    case .right: "of the pages to say what the world says"
    case .upRight: "of the pages to say in bbb_api_up what became of the API's last answer"
    case .amplification: "of each kind for all scrapes of a round together"
    case .serialFactor: "times the API's latency for a scrape"
    case .recovery: "to be the first scrape from which on every page is right"
    case .memoryGrowth: "times the memory of the second quarter in the last"
    case .peakMemory: "of resident memory"
    case .descriptorGrowth: "more than before to stay open"
    case .openCalls: "to the API at the same time"
    }
  }
}
