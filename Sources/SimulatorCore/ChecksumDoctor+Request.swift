import BBBAPI

extension ChecksumDoctor {
  /// Why the checksum of a request was refused; nil when it is right, or no call's.
  func diagnosis(of request: APIRequest) -> ChecksumDiagnosis? {
    guard let call = APICall(rawValue: request.path) else { return nil }
    return diagnosis(
      of: request.signed(as: call), url: "\(request.serverURL)/bigbluebutton/api/\(request.path)",
      body: String(decoding: request.body.prefix(Self.longestText + 1), as: UTF8.self))
  }
}
