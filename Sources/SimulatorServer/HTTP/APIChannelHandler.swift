import DequeModule
import HTTPTypes
import NIOCore
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
  private var delayed: Scheduled<Void>?
  /// Whether the channel wants to read on, and was told to wait.
  private var isReadHeld = false
  /// Whether the next request waits until the client has taken more of the answer.
  private var isAnswerUnread = false
  /// How many answers are on their way into the socket.
  private var unsent = 0
  /// Whether the connection ends with the answers that are due.
  private var isEnding = false
  /// Whether the server is being stopped, and no answer is waited for.
  private var isStopping = false

  init(fleet: ServerFleet, scheme: String) {
    self.fleet = fleet
    self.scheme = scheme
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    perform(exchange.received(unwrapInboundIn(data)), context)
  }

  func read(context: ChannelHandlerContext) {
    isReadHeld = exchange.isBacklogFull
    if !isReadHeld { context.read() }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
    context.write(data, promise: tracked(promise, context))
    perform(exchange.routerFinished(), context)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if isAnswerUnread && context.channel.isWritable {
      isAnswerUnread = false
      perform(exchange.answered(), context)
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
    guard !isStopping, delayed != nil || unsent > 0 else {
      return context.close(mode: isEnding ? .all : mode, promise: promise)
    }
    isEnding = true
    context.channel.closeFuture.cascade(to: promise)
  }

  func channelInactive(context: ChannelHandlerContext) {
    delayed?.cancel()
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
    case .answer(let request): answer(request, context)
    case .refuse(let status): refuse(status, context)
    }
  }

  private func answer(_ request: CollectedRequest, _ context: ChannelHandlerContext) {
    let reply = fleet.reply(to: request, scheme: scheme, localAddress: context.localAddress)
    guard reply.delay > .zero else { return deliver(reply, to: request, context) }
    let handler = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    delayed = context.eventLoop.scheduleTask(in: TimeAmount(reply.delay)) {
      let (handler, context) = handler.value
      handler.delayed = nil
      handler.deliver(reply, to: request, context)
    }
  }

  private func deliver(_ reply: APIReply, to request: CollectedRequest, _ context: ChannelHandlerContext) {
    switch reply.delivery {
    case .whole: send(reply.parts(of: reply.body.count, to: request), isLast: request.wantsClose, context)
    case .truncated(let bytes): send(reply.parts(of: bytes, to: request), isLast: true, context)
    case .reset: context.close(promise: nil)
    case .never: if isEnding { context.close(promise: nil) }
    }
  }

  private func send(_ parts: [HTTPResponsePart], isLast: Bool, _ context: ChannelHandlerContext) {
    isEnding = isEnding || isLast
    for part in parts.dropLast() { context.write(wrapOutboundOut(part), promise: nil) }
    guard let end = parts.last else { return }
    context.writeAndFlush(wrapOutboundOut(end), promise: tracked(nil, context))
    guard !isEnding else { return }
    isAnswerUnread = !context.channel.isWritable
    if !isAnswerUnread { perform(exchange.answered(), context) }
  }

  /// A promise for the end of an answer; the last one closes the connection when the socket has taken all of it.
  private func tracked(_ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext)
    -> EventLoopPromise<Void>
  {
    let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
    unsent += 1
    sent.futureResult.assumeIsolated().whenComplete { _ in
      self.unsent -= 1
      if self.isEnding && self.unsent == 0 && self.delayed == nil { context.close(promise: nil) }
    }
    return sent
  }

  private func refuse(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
    let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
    send([.head(head), .end(nil)], isLast: true, context)
  }
}

extension APIReply {
  /// What goes over the wire of the answer when only so many bytes of its body may.
  fileprivate func parts(of bytes: Int, to request: CollectedRequest) -> [HTTPResponsePart] {
    var parts: [HTTPResponsePart] = [.head(HTTPResponse(self))]
    if request.head.method != .head { parts.append(.body(ByteBuffer(bytes: body.prefix(bytes)))) }
    // A truncated answer has no end: the codec would complain of the length that was promised.
    return bytes >= body.count ? parts + [.end(nil)] : parts
  }
}

extension HTTPResponse {
  fileprivate init(_ reply: APIReply) {
    var fields = HTTPFields()
    for header in reply.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields.append(HTTPField(name: name, value: header.value))
    }
    fields[.contentLength] = String(reply.body.count)
    self.init(status: .init(code: reply.status), headerFields: fields)
  }
}
