public import BBBAPI

/// An answer that is decided and not yet written: what waits for a late answer holds no body.
public struct PendingReply: Sendable {
  private enum Source {
    case written(APIReply)
    case decided(APIRequest, FaultDecision, Answer, Renderer)
  }

  private let source: Source
  /// How many commands the journal had when the answer was decided; who keeps the journal sends nothing before that
  /// many are kept.
  public internal(set) var journalLength = 0
  /// Why the checksum was refused, for the log; never sent.
  public internal(set) var diagnosis: ChecksumDiagnosis?

  /// An answer that is there already.
  public init(_ reply: APIReply) { source = .written(reply) }

  init(_ request: APIRequest, _ decision: FaultDecision, _ answer: Answer, _ renderer: Renderer) {
    source = .decided(request, decision, answer, renderer)
  }

  /// How long the answer waits before it is sent, in real time.
  public var delay: Duration {
    switch source {
    case .written(let reply): reply.delay
    case .decided(_, let decision, _, _): decision.delay
    }
  }

  /// The answer as bytes, written now.
  public var reply: APIReply {
    switch source {
    case .written(let reply): reply
    case .decided(let request, let decision, let answer, let renderer):
      decision.applied(to: renderer.reply(answer, to: request))
    }
  }
}
