/// A report as `report.json` has it, as much of it as a comparison needs.
///
/// - Source: ``JSONReport``, whose shape has a version.
public struct SavedReport: Sendable, Equatable, Decodable {
  /// What was judged.
  public let subject: String
  /// When the run began.
  public let startedAt: String
  /// Every case of the run.
  public let results: [SavedResult]

  private enum CodingKeys: String, CodingKey {
    case schemaVersion, subject, startedAt, results
  }

  /// Makes a report by hand.
  public init(subject: String, startedAt: String, results: [SavedResult]) {
    self.subject = subject
    self.startedAt = startedAt
    self.results = results
  }

  /// Reads a report.
  ///
  /// - Throws: `DecodingError` for what is no report, or one of another version of the shape.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let version = try container.decode(Int.self, forKey: .schemaVersion)
    guard version == JSONReport.schemaVersion else {
      throw DecodingError.dataCorruptedError(
        forKey: .schemaVersion, in: container,
        debugDescription: "version \(version) of the report; this command reads \(JSONReport.schemaVersion)")
    }
    subject = try container.decode(String.self, forKey: .subject)
    startedAt = try container.decode(String.self, forKey: .startedAt)
    results = try container.decode([SavedResult].self, forKey: .results)
  }
}

/// One case of a saved report.
public struct SavedResult: Sendable, Equatable, Decodable {
  /// The case's stable name.
  public let slug: String
  /// What the case holds the subject to.
  public let title: String
  /// What became of it.
  public let verdict: Verdict
  /// How long it took, in seconds.
  public let durationSeconds: Double

  /// Makes a result by hand.
  public init(slug: String, title: String, verdict: Verdict, durationSeconds: Double) {
    self.slug = slug
    self.title = title
    self.verdict = verdict
    self.durationSeconds = durationSeconds
  }
}
