/// What the values of a family count or measure.
enum MetricUnit: String, Sendable, CaseIterable {
  case people
  case meetings
  case streams
  case recordings
  case seconds
  case bytes
  /// Calls of the API.
  case calls
  /// Runs of the synthetic probe.
  case runs
  /// Oddities in answers.
  case oddities
  /// Open files and connections.
  case descriptors
  /// 1 for yes, 0 for no.
  case flag
  /// Always 1: the labels are what matters.
  case one
}
