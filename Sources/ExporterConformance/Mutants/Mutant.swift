public import ConformanceKit

/// An exporter that is wrong in one known way: a good one, and a defect that stands between it and the judge.
///
/// A suite is worth what it catches; a mutant that every case lets pass shows a hole in it.
public struct Mutant: Sendable {
  /// The stable name; its group is `api`, `metrics` or `behaviour`, after the side on which the defect stands.
  public let slug: Slug
  /// What is wrong, in one sentence.
  public let about: String
  /// Where the defect is known from: a line of the contract, or exporters that had it.
  public let source: String
  /// The cases that must catch it, each of them.
  public let claims: [Slug]
  /// What stands between the judge and the good exporter.
  let defect: Defect

  init(_ slug: Slug, _ about: String, from source: String, claimedBy claims: [Slug], _ defect: Defect) {
    self.slug = slug
    self.about = about
    self.source = source
    self.claims = claims
    self.defect = defect
  }
}

extension Mutant {
  /// Every mutant, in the order of their slugs.
  public static let all =
    [
      misreadings, wrongPages, confusions, latencies, behaviours, heedless, places, onTheWire, underLoad,
      fromTheField, edges, ofTheContract,
    ].flatMap(\.self)
    .sorted { $0.slug < $1.slug }
}
