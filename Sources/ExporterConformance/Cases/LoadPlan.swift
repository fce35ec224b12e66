public import Scenarios

/// Many scrapes in one step of a case, and how they come.
///
/// They come in rounds of ``together`` at the same time; the next round begins when all of one are through.
public struct LoadPlan: Sendable, Equatable {
  /// What tells the load from the others of its case, in the names of its figures; nil in a case with one.
  public var name: String?
  /// How many scrapes there are, from 1.
  public var scrapes = 1
  /// How many of them are made at the same time, from 1 to 64.
  public var together = 1
  /// The share of the scrapes whose clients leave before they have read the answer, from 0 to 1.
  public var leaving = 0.0
  /// What Prometheus would send along as its scrape timeout, after which an answer is of no use; nil sends none.
  public var timeout: Duration?
  /// How far the server's day goes on from one round to the next.
  public var step = Duration.zero
  /// Faults that are in force in every second round, in place of those of the step.
  public var flaps: [FaultRule] = []
  /// Whether `--soak N` makes it N scrapes.
  public var isSoak = false

  /// Plans one scrape.
  public init() {}
}

extension LoadPlan {
  /// How many of the scrapes are judged: of all but those whose clients leave.
  var stayingScrapes: Int { (0..<scrapes).count { !leaves(at: $0) } }

  /// How far the day goes on in all.
  var length: Duration { step * ((scrapes - 1) / together) }

  /// Whether the client of a scrape, counted from 0, leaves; they are spread evenly.
  func leaves(at scrape: Int) -> Bool {
    (Double(scrape + 1) * leaving).rounded(.down) > (Double(scrape) * leaving).rounded(.down)
  }

  /// Whether it can be told which calls were made for which page.
  var keepsCallsApart: Bool { together == 1 && leaving == 0 }
}
