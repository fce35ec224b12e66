import BBBReading
import PrometheusText

/// The table of metrics as pages for people.
enum MetricReference {
  /// A few lines for each family, for a terminal.
  static var text: String {
    Metric.all.map { metric in
      """
      \(metric.shownName)\(metric.labelText)
          \(metric.type.rawValue), \(metric.unit.rawValue)\(metric.setting.map { "; only with \($0.rawValue)" } ?? "")
          \(metric.help)

      """
    }.joined()
  }

  /// The page `docs/exporter-metrics.md`.
  static var markdown: String {
    [heading, families, meanings, labels, anomalies].joined(separator: "\n\n") + "\n"
  }

  private static let heading = """
    # Metrics of bbb-exporter

    Made by `bbb-exporter metrics --format markdown`; a test keeps it true.

    Names without a mark are those of BigBlueButton Exporter 0.7.1, which dashboards know; those with ★ are added. What
    could not be found out is absent, never a false 0. In the text format a *gaugehistogram* is written as a histogram of
    `…_bucket` with the gauges `…_gcount` (how many) and `…_gsum` (their sum) beside it. Families with a setting are only
    there with it. A *flag* is 1 for yes and 0 for no; of *one* the labels matter, the value is always 1.
    """

  private static var families: String {
    """
    | name | type | labels, as in | unit | setting | source |
    |---|---|---|---|---|---|
    \(Metric.all.map(row).joined(separator: "\n"))
    """
  }

  private static var meanings: String {
    "## What each says\n" + Metric.all.map { "- `\($0.shownName)`: \($0.help)" }.joined(separator: "\n")
  }

  private static let labels = """
    ## Labels that others choose
    `server` and `name` come from the software that creates meetings, `type` from clients, all in lower case. \(Origin.limit) origins
    and \(MeetingsTally.clientTypeLimit) client types beside the usual two are told apart, the first in the alphabet; the rest is summed as
    `(other)` and counted as an anomaly. Labels longer than \(LabelText.limit) bytes belong to the rest.

    `meeting_id` is BigBlueButton's internal meeting ID, a hash and a time, which tells nothing of people; a meeting with one
    longer than \(LabelText.limit) bytes has no series. `external_id` and `meeting_name` were chosen by people and are cut after \(LabelText.limit)
    characters. The *oldest* meetings have series, up to `MEETING_SERIES_LIMIT`: each keeps its own until it ends, and they
    are gone with the next scrape.
    """

  private static var anomalies: String {
    """
    ## Kinds of anomalies
    Each costs one field of an answer, not the answer, and is logged at most once a minute with the element it befell.

    \(Anomaly.allCases.map { "- `\($0.rawValue)`: \($0.meaning)" }.joined(separator: "\n"))
    """
  }

  private static func row(_ metric: Metric) -> String {
    let cells = [
      "`\(metric.shownName)`\(metric.isOwn ? " ★" : "")", metric.type.rawValue,
      metric.labels.isEmpty ? "" : "`\(metric.labelText)`", metric.unit.rawValue,
      metric.setting.map { "`\($0.rawValue)`" } ?? "", metric.source,
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }
}

extension Metric {
  /// The name as it stands on the page: a counter's has its ending.
  var shownName: String { type == .counter ? "\(name)_total" : name }

  /// The labels with an example each; empty when there are none.
  fileprivate var labelText: String {
    guard !labels.isEmpty else { return "" }
    return "{"
      + labels.map { "\($0)=\"\(LabelExample.value(of: $0, in: name) ?? "")\"" }.joined(separator: ",") + "}"
  }
}
