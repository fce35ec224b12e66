import DequeModule
import Glibc
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import SimulatorCore

/// Answers API calls on the event loop and lets everything else through to the router behind it.
///
/// `respond(to:)` needs no suspension, so a call costs no task and no queue. Requests of one connection are taken
/// one after another, whoever answers them. What a client sends ahead waits here, up to a point: then nothing more is
/// read. And no answer is begun while the one before lies unread, so that a connection holds one answer at most.
final class APIChannelHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let fleet: ServerFleet
  /// `http` or `https`; links begin with it.
  private let scheme: String
  private var exchange = ConnectionStateMachine()
  private var actions = Deque<ConnectionStateMachine.Action>()
  private var isPerforming = false
  /// The answer that is on its way out.
  private var transmission: Transmission?
  /// What goes on when a pause is over: a late answer, or one that comes in drops.
  private var waiting: Scheduled<Void>?
  private var isSending = false
  /// Where bytes go that are HTTP already, past the codec.
  private var wire: ChannelHandlerContext?
  /// Whether the channel wants to read on, and was told to wait.
  private var isReadHeld = false
  /// Whether the next request waits until the client has taken more of the answer.
  private var isAnswerUnread = false
  /// Whether the connection ends with the answers that are due.
  private var isEnding = false
  /// Whether nothing more is said on this connection, ever.
  private var isSilent = false
  /// Whether the server is being stopped, and no answer is waited for.
  private var isStopping = false
  private var patience: Patience
  /// The look at how long the client has kept the server waiting.
  private var look: Scheduled<Void>?

  init(fleet: ServerFleet, scheme: String, patience: Duration) {
    self.fleet = fleet
    self.scheme = scheme
    self.patience = Patience(patience, now: .now())
  }

  func handlerAdded(context: ChannelHandlerContext) {
    OldHTTPHandler.install(in: context.pipeline.syncOperations)
    // Without the codec there is no HTTP here at all, and nothing could be answered.
    wire = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
    look(in: patience.firstLook, context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    wire = nil
    look?.cancel()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    if case .head = part { patience.restart(now: .now()) }
    perform(exchange.received(part), context)
  }

  func read(context: ChannelHandlerContext) {
    isReadHeld = exchange.isBacklogFull
    if !isReadHeld { context.read() }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
    context.write(data, promise: promise)
    patience.restart(now: .now())
    perform(exchange.routerFinished(), context)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      if isAnswerUnread {
        isAnswerUnread = false
        goOn(context)
      } else if waiting == nil {
        send(context)
      }
    }
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    isStopping = isStopping || event is ChannelShouldQuiesceEvent
    context.fireUserInboundEventTriggered(event)
  }

  /// The router ends a connection on which the client sends no more; closing at once would drop what is still due.
  ///
  /// It closes the input itself only when it is stopped.
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    isStopping = isStopping || mode == .input
    guard !isStopping, !isSilent else { return context.close(mode: isSilent ? .all : mode, promise: promise) }
    isEnding = true
    context.channel.closeFuture.cascade(to: promise)
    closeWhenDone(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    waiting?.cancel()
    look?.cancel()
    transmission = nil
    context.fireChannelInactive()
  }
}

extension APIChannelHandler {
  /// One after another, even when an action brings further ones about: a client may send thousands of requests ahead.
  private func perform(_ wanted: [ConnectionStateMachine.Action], _ context: ChannelHandlerContext) {
    actions.append(contentsOf: wanted)
    guard !isPerforming else { return }
    isPerforming = true
    while let action = actions.popFirst() { perform(action, context) }
    isPerforming = false
    context.fireChannelReadComplete()
    if isReadHeld && !exchange.isBacklogFull {
      isReadHeld = false
      context.read()
    }
  }

  private func perform(_ action: ConnectionStateMachine.Action, _ context: ChannelHandlerContext) {
    switch action {
    case .forward(let part): context.fireChannelRead(wrapInboundOut(part))
    case .invite: context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
    case .answer(let request): answer(request, context)
    case .refuse(let status): refuse(status, context)
    }
  }

  private func answer(_ request: CollectedRequest, _ context: ChannelHandlerContext) {
    let arrival = ContinuousClock.now
    let pending = fleet.decide(request, scheme: scheme, localAddress: context.localAddress)
    guard pending.delay > .zero else { return begin(pending, to: request, since: arrival, context) }
    wait(pending.delay, context) { $0.begin(pending, to: request, since: arrival, $1) }
  }

  private func begin(
    _ pending: PendingReply, to request: CollectedRequest, since arrival: ContinuousClock.Instant,
    _ context: ChannelHandlerContext
  ) {
    var reply = pending.reply
    if request.wantsKeepAlive { reply.headers.append(.init(name: "Connection", value: "keep-alive")) }
    transmission =
      request.head.method == .head
      ? Transmission(headOf: reply, isLast: request.wantsClose)
      : Transmission(reply, isLast: request.wantsClose)
    fleet.meter.answered(after: arrival.duration(to: .now))
    send(context)
  }

  /// Sends as much of the answer as the client takes.
  private func send(_ context: ChannelHandlerContext) {
    // A flush may find the channel writable again and come back here.
    guard !isSending else { return }
    isSending = true
    defer { isSending = false }
    while context.channel.isWritable, let step = transmission?.next() {
      switch step {
      case .write(let bytes): wire?.writeAndFlush(NIOAny(IOData.byteBuffer(bytes)), promise: nil)
      case .pause(let pause): return wait(pause, context) { $0.send($1) }
      case .finish(let ending):
        transmission = nil
        // The next answer may begin right away.
        isSending = false
        patience.restart(now: .now())
        return finish(ending, context)
      }
    }
  }

  private func finish(_ ending: Transmission.Ending, _ context: ChannelHandlerContext) {
    switch ending {
    case .open:
      isAnswerUnread = !context.channel.isWritable
      if !isAnswerUnread { goOn(context) }
    case .close:
      isEnding = true
      closeWhenDone(context)
    case .reset: reset(context)
    case .never:
      isSilent = true
      if isEnding { context.close(promise: nil) }
    }
  }

  /// Turns to what the client has sent meanwhile.
  private func goOn(_ context: ChannelHandlerContext) {
    if !isEnding { perform(exchange.answered(), context) }
    if isEnding { closeWhenDone(context) }
  }

  private func wait(
    _ pause: Duration, _ context: ChannelHandlerContext,
    then body: @escaping (APIChannelHandler, ChannelHandlerContext) -> Void
  ) {
    let bound = NIOLoopBound((self, context, body), eventLoop: context.eventLoop)
    waiting = context.eventLoop.scheduleTask(in: TimeAmount(pause)) {
      let (handler, context, body) = bound.value
      handler.waiting = nil
      body(handler, context)
    }
  }

  /// Closes when no answer is due and the socket has taken everything; closing at once would drop what it has not.
  private func closeWhenDone(_ context: ChannelHandlerContext) {
    guard transmission == nil, waiting == nil else { return }
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    wire?.writeAndFlush(NIOAny(IOData.byteBuffer(ByteBuffer())), promise: sent)
  }

  /// Closes so that the caller finds its connection reset: with nothing to linger for, the kernel sends RST.
  private func reset(_ context: ChannelHandlerContext) {
    guard let socket = context.channel as? any SocketOptionProvider else {
      return context.close(promise: nil)
    }
    socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }

  /// Closes a connection whose client keeps the server waiting too long, and looks again at any other.
  private func look(in time: TimeAmount, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    look = context.eventLoop.scheduleTask(in: time) {
      let (handler, context) = bound.value
      let isAnswerDue = !handler.exchange.waitsForClient || handler.isSilent
      switch handler.patience.verdict(isAnswerDue: isAnswerDue, now: .now()) {
      case .close: context.close(promise: nil)
      case .lookAgain(let time): handler.look(in: time, context)
      }
    }
  }

  private func refuse(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
    transmission = Transmission(.page(status: status.code), isLast: true)
    send(context)
  }
}
