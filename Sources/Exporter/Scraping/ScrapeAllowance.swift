/// How long a scrape may take.
enum ScrapeAllowance {
  /// The header in which Prometheus says when it gives up.
  static let headerName = "X-Prometheus-Scrape-Timeout-Seconds"
  /// What is kept back for writing the page and for the network; of very short timeouts, half.
  private static let margin = Duration.milliseconds(500)
  /// The most that a header can ask for.
  private static let longest = Duration.seconds(300)

  /// The time until the page has to be written.
  ///
  /// - Parameters:
  ///   - header: the scraper's own timeout in seconds; passed over when it is no positive number.
  ///   - setting: the timeout that holds without one.
  /// - Returns: at least half of the timeout.
  static func allowance(header: String?, setting: Duration) -> Duration {
    let timeout = min(header.flatMap(timeout) ?? setting, longest)
    return max(timeout - margin, timeout / 2)
  }

  private static func timeout(in header: String) -> Duration? {
    guard let seconds = Double(header), seconds > 0 else { return nil }
    return .seconds(min(seconds, longest.inSeconds))
  }
}
