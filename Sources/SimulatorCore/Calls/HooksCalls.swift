import BBBAPI
import TimelineEngine

/// What a call of bbb-webhooks has decided.
enum HookAnswer: Sendable {
  case created(Webhook)
  case exists(Webhook)
  case destroyed
  case listed([Webhook])
  case failed(APIFailure)
  case pong
}

extension HookAnswer {
  /// The key of a failure.
  var messageKey: String? { if case .failed(let failure) = self { failure.messageKey } else { nil } }
}

extension Simulation {
  /// Answers for bbb-webhooks, an application of its own with rules of its own (facts §2.19).
  mutating func answerHooksCall(_ call: APICall, _ request: APIRequest) -> Answer {
    if call == .hooksPing { return .hook(.pong) }
    switch checksum(of: call, request) {
    case .right: break
    case .wrong: return .hook(.failed(.hooksChecksum))
    case .unreadable: return .page(status: 500)
    }
    let parameters = request.query.parameters
    switch call {
    case .hooksCreate: return hooksCreate(parameters)
    case .hooksDestroy: return hooksDestroy(parameters)
    default: return hooksList(parameters)
    }
  }

  private enum ChecksumVerdict { case right, wrong, unreadable }

  /// Compares exactly, letter case included; a length that no hash has makes the application throw.
  private func checksum(of call: APICall, _ request: APIRequest) -> ChecksumVerdict {
    guard !secret.isEmpty else { return .right }
    let received = request.query.checksums.first ?? ""
    guard let algorithm = ChecksumAlgorithm(hexLength: received.utf8.count) else {
      return received.isEmpty ? .wrong : .unreadable
    }
    let expected = Checksum.hexDigest(
      call: call.rawValue, query: request.query.withoutChecksum, secret: secret, algorithm: algorithm)
    return ChecksumComparison.exact.matches(received, expected) ? .right : .wrong
  }
}
