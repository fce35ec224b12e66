/// Replaces what nobody may read in a report: known secrets, checksums, and passwords of meetings.
///
/// Known secrets are found as they are and in the forms of ``SecretForms``. Beside them are masked: the hexadecimal
/// value after `checksum=`, the value after `attendeePW=` and its like, and the content of those elements.
/// Redact before cutting a text short: half a secret is not recognised.
public struct Redactor: Sendable {
  /// What stands where something was taken out.
  public static let mask = "[redacted]"

  /// The elements and parameters whose values are masked unless others are named.
  public static let passwordNames = ["attendeePW", "moderatorPW"]

  /// What is hidden wherever it stands, as it was given.
  public let secrets: [String]
  private let forms: [[UInt8]]
  private let rules: [RedactionRule]
  /// Whether something to hide may begin with a byte: most bytes are told apart by that alone.
  private let isSuspect: [Bool]

  /// Makes a redactor.
  ///
  /// Empty secrets are ignored, since they stand everywhere. A short one, such as `a`, is masked wherever it stands:
  /// that spoils a report and leaks nothing. `names` are the elements and parameters that hold secrets.
  public init(secrets: [String], names: [String] = Redactor.passwordNames) {
    let known = secrets.filter { !$0.isEmpty }
    self.secrets = known
    let forms = known.flatMap { SecretForms(of: $0).all }
    self.forms = Set(forms).sorted().map { Array($0.utf8) }
    rules =
      names.flatMap { RedactionRule.masking(name: $0) }
      + [.checksum(Array("checksum=".utf8)), .checksum(Array("checksum%3d".utf8))]
    var first = Set(self.forms.map { $0[0] })
    for rule in rules { first.formUnion(rule.firstBytes) }
    isSuspect = (UInt8.min...UInt8.max).map { [first] in first.contains($0) }
  }

  /// The text without its secrets; where two of them overlap, both are gone.
  public func redacted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var at = 0
    for range in hidden(in: bytes) {
      kept += bytes[at..<range.lowerBound]
      kept += Redactor.mask.utf8
      at = range.upperBound
    }
    return String(decoding: kept + bytes[at...], as: UTF8.self)
  }

  /// What must not be read: ranges in order that do not overlap.
  private func hidden(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var ruledUntil = 0
    for start in bytes.indices where isSuspect[Int(bytes[start])] {
      for secret in forms where bytes[start...].starts(with: secret) {
        found.append(start..<start + secret.count)
      }
      // No second look at what a rule has hidden: a hostile text of opening tags must not cost its square.
      guard start >= ruledUntil, let range = ruled(in: bytes, at: start) else { continue }
      found.append(range)
      ruledUntil = range.upperBound
    }
    return found.unitingOverlaps
  }

  private func ruled(in bytes: [UInt8], at start: Int) -> Range<Int>? {
    for rule in rules {
      if let range = rule.hidden(in: bytes, at: start) { return range }
    }
    return nil
  }
}

extension [Range<Int>] {
  fileprivate var unitingOverlaps: [Range<Int>] {
    sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.reduce(into: []) {
      united, range in
      if let last = united.last, range.lowerBound < last.upperBound {
        united[united.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
  }
}
