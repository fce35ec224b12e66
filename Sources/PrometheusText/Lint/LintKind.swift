/// The rules of both formats that ``ExpositionLint`` checks; the raw values never change.
public enum LintKind: String, Sendable, CaseIterable {
  // The line itself
  /// A line that the format's grammar does not allow.
  case syntax
  /// Bytes that are not UTF-8.
  case invalidUTF8 = "invalid-utf8"
  /// A zero byte: allowed by the format, but Prometheus takes it for the end.
  case zeroByte = "zero-byte"
  /// A label name that stands twice in one label set.
  case duplicateLabelName = "duplicate-label-name"
  /// A backslash before a character that needs none; promtool refuses it (text only).
  case unknownEscape = "unknown-escape"

  // The page
  /// The last line of a text page does not end with a line feed.
  case missingFinalLineFeed = "missing-final-line-feed"
  /// An OpenMetrics page does not end with `# EOF`; it may be cut off.
  case missingEOF = "missing-eof"
  /// Something follows `# EOF`.
  case contentAfterEOF = "content-after-eof"

  // Families
  /// A second HELP line for a family.
  case repeatedHelp = "repeated-help"
  /// A second TYPE line for a family.
  case repeatedType = "repeated-type"
  /// A second UNIT line for a family.
  case repeatedUnit = "repeated-unit"
  /// HELP, TYPE or UNIT after the family's first sample.
  case metadataAfterSamples = "metadata-after-samples"
  /// The lines of a family do not stand together.
  case interleavedFamily = "interleaved-family"
  /// A family's name is also the name of another family's samples.
  case clashingNames = "clashing-names"
  /// A name that does not end with its unit, or a unit where none may be (OpenMetrics).
  case unitMismatch = "unit-mismatch"
  /// A sample of a counter without `_total` (OpenMetrics).
  case counterWithoutTotal = "counter-without-total"
  /// A sample whose ending does not fit its family's type.
  case unexpectedSuffix = "unexpected-suffix"

  // Samples
  /// The same name and label set twice, whatever the order of the labels.
  case duplicateSample = "duplicate-sample"
  /// A counter, a count or a sum of a counter that is negative.
  case negativeCounter = "negative-counter"
  /// A counter or a bucket that is NaN.
  case counterNotANumber = "counter-not-a-number"
  /// An exemplar on a sample that may carry none (OpenMetrics).
  case misplacedExemplar = "misplaced-exemplar"
  /// An exemplar with more than 128 characters of labels (OpenMetrics).
  case longExemplar = "long-exemplar"
  /// A quantile that is missing or not between 0 and 1.
  case malformedQuantile = "malformed-quantile"
  /// An info whose value is not 1 (OpenMetrics).
  case malformedInfo = "malformed-info"
  /// A state without the label of its name, or neither 0 nor 1 (OpenMetrics).
  case malformedStateSet = "malformed-stateset"

  // Histograms
  /// A bucket without the label `le`.
  case missingBound = "missing-bound"
  /// An `le` that is no number, or infinity spelled other than `+Inf` in OpenMetrics.
  case malformedBound = "malformed-bound"
  /// Buckets whose bounds do not ascend.
  case bucketOrder = "bucket-order"
  /// A bucket that counts less than one with a lower bound.
  case bucketsNotCumulative = "buckets-not-cumulative"
  /// Buckets without `+Inf`.
  case missingInfBucket = "missing-inf-bucket"
  /// A bucket or count that is negative.
  case negativeBucket = "negative-bucket"
  /// A bucket or count that is not whole.
  case fractionalBucket = "fractional-bucket"
  /// `_count` or `_gcount` other than the bucket `+Inf`.
  case countMismatch = "count-mismatch"
  /// A count without a sum or a sum without a count.
  case incompleteHistogram = "incomplete-histogram"
}

extension LintKind {
  /// Whether the strict parser refuses a page for it.
  ///
  /// Text: what Prometheus itself refuses. OpenMetrics: all that its specification says of the structure.
  /// What is wrong with values alone is left to ``ExpositionLint``.
  func isRefused(in format: ExpositionFormat) -> Bool {
    switch self {
    case .syntax, .invalidUTF8, .duplicateLabelName, .missingFinalLineFeed: true
    case .missingEOF, .contentAfterEOF, .repeatedHelp, .repeatedType, .repeatedUnit, .metadataAfterSamples,
      .interleavedFamily, .clashingNames, .unitMismatch, .counterWithoutTotal, .unexpectedSuffix,
      .misplacedExemplar, .longExemplar:
      format == .openMetrics
    default: false
    }
  }
}
