import DequeModule
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Whose turn it is on a connection: decides, and leaves the doing to the channel handler.
struct ConnectionStateMachine {
  /// What to do with what has come.
  enum Action {
    /// Hand a part on to the router.
    case forward(HTTPRequestPart)
    /// Tell the client that its body may come.
    case invite
    /// Answer a complete API request.
    case answer(CollectedRequest)
    /// Answer with this status and close.
    case refuse(HTTPResponse.Status)
  }

  /// The largest body that an API request may have; nginx in front of BBB stops at about 2 MB (facts §1.4).
  static let largestBody = 2 << 20
  /// So many parts may come ahead of their turn before reading stops.
  static let largestBacklog = 256

  private enum State {
    /// The next part is a request's head.
    case idle
    /// An API request is coming in.
    case collecting(CollectedRequest)
    /// An API request is complete and has no answer yet.
    case answering
    /// The router has a request, all of it once `isComplete`; it may have answered before that.
    case routing(isComplete: Bool, isAnswered: Bool = false)
    /// The connection is being closed.
    case refused
  }

  private var state = State.idle
  /// Parts that came before their turn.
  private var backlog = Deque<HTTPRequestPart>()

  /// Whether nothing more should be read until requests have had their turn.
  var isBacklogFull: Bool { backlog.count >= Self.largestBacklog }

  /// Whether it is the client's turn: no request is there, or not all of one.
  var waitsForClient: Bool {
    switch state {
    case .idle, .collecting, .routing(isComplete: false, _): true
    case .answering, .routing(isComplete: true, _), .refused: false
    }
  }

  mutating func received(_ part: HTTPRequestPart) -> [Action] {
    switch state {
    case .answering, .routing(isComplete: true, _):
      backlog.append(part)
      return []
    default:
      return take(part)
    }
  }

  /// The API request in hand has been answered.
  mutating func answered() -> [Action] {
    guard case .answering = state else { return [] }
    state = .idle
    return drain()
  }

  /// The router has written the end of its answer.
  mutating func routerFinished() -> [Action] {
    guard case .routing(let isComplete, _) = state else { return [] }
    state = isComplete ? .idle : .routing(isComplete: false, isAnswered: true)
    return drain()
  }

  private mutating func drain() -> [Action] {
    var actions: [Action] = []
    while isReady, let part = backlog.popFirst() { actions += take(part) }
    return actions
  }

  private var isReady: Bool {
    switch state {
    case .idle, .collecting, .routing(isComplete: false, _): true
    case .answering, .routing(isComplete: true, _), .refused: false
    }
  }

  private mutating func take(_ part: HTTPRequestPart) -> [Action] {
    switch (state, part) {
    case (.idle, .head(let head)): return begin(head)
    case (.collecting(var request), .body(var bytes)):
      request.body.writeBuffer(&bytes)
      state = .collecting(request)
      return request.body.readableBytes > Self.largestBody ? refuse(.contentTooLarge) : []
    case (.collecting(let request), .end):
      state = .answering
      return [.answer(request)]
    case (.routing(_, let isAnswered), .end):
      state = isAnswered ? .idle : .routing(isComplete: true)
      return [.forward(part)]
    case (.routing, _):
      return [.forward(part)]
    default:
      return []
    }
  }

  private mutating func begin(_ head: HTTPRequest) -> [Action] {
    if let status = head.refusal { return refuse(status) }
    let invitation: [Action] = head.expectsContinue ? [.invite] : []
    guard let request = CollectedRequest(head: head) else {
      state = .routing(isComplete: false)
      return invitation + [.forward(.head(head))]
    }
    state = .collecting(request)
    return invitation
  }

  private mutating func refuse(_ status: HTTPResponse.Status) -> [Action] {
    state = .refused
    backlog.removeAll()
    return [.refuse(status)]
  }
}
