/// Why a checksum was refused, without anything that the caller keeps to themselves.
public struct ChecksumDiagnosis: Sendable, Equatable, Codable {
  /// What was called.
  public let call: APICall
  /// What the server found.
  public let fault: ChecksumFault
  /// The mistakes that give the caller's hash, all at once; empty when none does.
  public let mistakes: [ChecksumMistake]
  /// What the server hashed: values and secret left out.
  public let hashed: String
  /// Whether every known mistake was tried; not, when the request is too long for that.
  public let isExhaustive: Bool

  init(
    call: APICall, fault: ChecksumFault, mistakes: [ChecksumMistake], hashed: String, isExhaustive: Bool
  ) {
    self.call = call
    self.fault = fault
    self.mistakes = mistakes
    self.hashed = hashed
    self.isExhaustive = isExhaustive
  }
}

extension ChecksumDiagnosis: CustomStringConvertible {
  /// One line: what is wrong, which mistake it was, how to mend it, what the server hashed.
  public var description: String {
    let name = call.rawValue.isEmpty ? "index" : call.rawValue
    return "\(name): \(fault.verdict). \(explanation). The server hashed \(hashed)"
  }

  /// The mistakes and their mends, or that none was recognised, without a full stop at the end.
  public var explanation: String {
    guard !mistakes.isEmpty else { return fault == .missing || fault == .repeated ? fault.mend : unexplained }
    let summaries = mistakes.map(\.summary).joined(separator: "; and ")
    return "Mistake: \(summaries). Mend: \(mistakes.map(\.mend).joined(separator: "; "))"
  }

  private var unexplained: String {
    isExhaustive
      ? "No common mistake gives this checksum; it may be of another secret or another request"
      : "The request is too long to look for the mistake"
  }
}

extension ChecksumFault {
  /// What the server found, as a clause.
  public var verdict: String {
    switch self {
    case .missing: "no checksum came"
    case .repeated: "more than one checksum came"
    case .unknownLength(let length): "the checksum has \(length) characters, as no hash that servers take has"
    case .algorithmNotAllowed(let algorithm): "the server does not take \(algorithm.rawValue)"
    case .mismatch(let algorithm): "the checksum is not the \(algorithm.rawValue) of this request"
    }
  }

  fileprivate var mend: String {
    self == .missing ? "Mend: send it as the parameter checksum" : "Mend: send it once"
  }
}
