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
  /// What it measured; none in a report that was written before there were figures.
  public let figures: [SavedFigure]

  private enum CodingKeys: String, CodingKey {
    case slug, title, verdict, durationSeconds, figures
  }

  /// Makes a result by hand.
  public init(
    slug: String, title: String, verdict: Verdict, durationSeconds: Double, figures: [SavedFigure] = []
  ) {
    self.slug = slug
    self.title = title
    self.verdict = verdict
    self.durationSeconds = durationSeconds
    self.figures = figures
  }

  /// Reads a result.
  ///
  /// - Throws: `DecodingError` for what is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    slug = try container.decode(String.self, forKey: .slug)
    title = try container.decode(String.self, forKey: .title)
    verdict = try container.decode(Verdict.self, forKey: .verdict)
    durationSeconds = try container.decode(Double.self, forKey: .durationSeconds)
    figures = try container.decodeIfPresent([SavedFigure].self, forKey: .figures) ?? []
  }
}

/// One figure of a saved report.
public struct SavedFigure: Sendable, Equatable, Decodable {
  /// What it is called, the same in every run.
  public let name: String
  /// The number; nil for one that was not finite.
  public let value: Double?
  /// Its unit; empty for a ratio.
  public let unit: String
  /// Whether it keeps its limit; without one it does.
  public let kept: Bool

  /// Makes a figure by hand.
  public init(name: String, value: Double?, unit: String = "", kept: Bool = true) {
    self.name = name
    self.value = value
    self.unit = unit
    self.kept = kept
  }
}
