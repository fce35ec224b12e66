public import BBBAPI
import Determinism

/// An answer that is decided and not yet written: what waits for a late answer holds no body.
public struct PendingReply: Sendable {
  private enum Source {
    case written(APIReply)
    case decided(Decided)
  }

  /// What an answer is written from.
  private struct Decided {
    let request: APIRequest
    let decision: FaultDecision
    let answer: Answer
    let instant: SimulatedInstant
    let renderer: Renderer

    var reply: APIReply {
      var reply = decision.applied(to: renderer.reply(answer, to: request))
      reply.instant = instant
      return reply
    }
  }

  private let source: Source
  /// How many commands the journal had when the answer was decided; who keeps the journal sends nothing before that
  /// many are kept.
  public internal(set) var journalLength = 0
  /// Why the checksum was refused, for the log; never sent.
  public internal(set) var diagnosis: ChecksumDiagnosis?

  /// An answer that is there already.
  public init(_ reply: APIReply) { source = .written(reply) }

  init(
    _ request: APIRequest, _ decision: FaultDecision, _ answer: Answer, at instant: SimulatedInstant,
    _ renderer: Renderer
  ) {
    source = .decided(
      Decided(request: request, decision: decision, answer: answer, instant: instant, renderer: renderer))
  }

  /// How long the answer waits before it is sent, in real time.
  public var delay: Duration {
    switch source {
    case .written(let reply): reply.delay
    case .decided(let decided): decided.decision.delay
    }
  }

  /// The answer as bytes, written now.
  public var reply: APIReply {
    switch source {
    case .written(let reply): reply
    case .decided(let decided): decided.reply
    }
  }
}
