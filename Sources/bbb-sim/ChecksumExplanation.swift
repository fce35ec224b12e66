import BBBAPI

/// What `explain-checksum` says about one request.
struct ChecksumExplanation {
  let request: SignedRequest
  let doctor: ChecksumDoctor
  let url: String?
  let fragment: String?
  let body: String

  private var diagnosis: ChecksumDiagnosis? {
    doctor.diagnosis(of: request, url: url, fragment: fragment, body: body)
  }

  /// Whether a server would take the checksum.
  var isRight: Bool { diagnosis == nil }

  /// All of it, in lines.
  var text: String {
    let diagnosis = diagnosis
    var lines = [diagnosis.map { "wrong: \($0.fault.verdict)" } ?? right]
    if let diagnosis { lines += ["  \(diagnosis.explanation)"] }
    lines += hashed.map { "hashed: \($0)" }
    lines += doctor.expectedChecksums(of: request).map { "\($0.algorithm.rawValue): \($0.text)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private var right: String {
    request.call.needsChecksum ? "right: a server takes this checksum" : "right: this call needs no checksum"
  }

  /// As the server sees it, names and passwords included: the user brought them here.
  private var hashed: [String] {
    doctor.verifier.coveredTexts(of: request).map { "\(request.call.rawValue)\($0)<secret>" }
  }
}

/// A URL of the API taken apart without decoding anything.
struct SignedURL {
  let call: APICall
  let query: String
  let fragment: String?
  /// Scheme, host and path; nil when only the end of a URL was given.
  let urlWithoutQuery: String?

  /// Reads a URL, or what follows `/api/`; nil when it names no call.
  init?(_ text: String) {
    let fragments = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = fragments.count > 1 ? String(fragments[1]) : nil
    let parts = (fragments.first ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first ?? ""
    query = parts.count > 1 ? String(parts[1]) : ""
    urlWithoutQuery = path.contains("://") ? String(path) : nil
    let name = path.ranges(of: "/api/").last.map { path[$0.upperBound...] } ?? path.drop { $0 == "/" }
    guard let call = APICall(rawValue: String(name)) else { return nil }
    self.call = call
  }
}
