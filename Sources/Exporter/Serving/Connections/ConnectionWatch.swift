import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Watches one connection: closes it when it keeps the server waiting, and after an answer that came before the
/// request's end.
///
/// Lives on the channel's event loop. ``ByteWatch`` tells it of bytes that are no request yet.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// A page on its way when the exporter is told to end has so long; containers are killed after ten seconds.
  static let grace = TimeAmount.seconds(6)

  /// The most requests sent ahead of their answers. Nobody who scrapes does so, and each costs far more memory than the
  /// few bytes it is made of.
  static let mostAhead = 32

  private let roster: ConnectionRoster
  private var patience = ConnectionPatience(now: .now())
  private var look: Scheduled<Void>?
  private var lookAt = NIODeadline.distantFuture
  private var graceOver: Scheduled<Void>?
  /// Requests whose answer is not through.
  private var owed = 0
  /// Answers on their way out.
  private var unsent = 0
  /// Whether a request has begun and not ended.
  private var isRequestOpen = false
  /// Whether somebody has asked to close while an answer was on its way.
  private var isClosing = false
  private var context: ChannelHandlerContext?

  init(roster: ConnectionRoster) { self.roster = roster }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    enter(.opening)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    look?.cancel()
    graceOver?.cancel()
    self.context = nil
  }

  func channelInactive(context: ChannelHandlerContext) {
    roster.remove(context.channel)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if patience.phase == .lingering || owed > Self.mostAhead { return }
    switch unwrapInboundIn(data) {
    case .head:
      owed += 1
      isRequestOpen = true
      if owed > Self.mostAhead { return hangUp() }
      if owed == 1 { enter(.answering) }
    case .end: isRequestOpen = false
    case .body: break
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
    unsent += 1
    // Answers behind one that nobody takes win no time.
    if unsent == 1 { enter(.sending(left: 0)) }
    let isUnread = isRequestOpen
    let sent = promise ?? context.eventLoop.makePromise()
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    sent.futureResult.whenComplete { _ in bound.value.answerIsThrough(isRequestUnread: isUnread) }
    context.writeAndFlush(data, promise: sent)
  }

  /// Closing at once would drop what is still on its way.
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    guard mode == .all, case .sending = patience.phase else {
      return context.close(mode: mode, promise: promise)
    }
    isClosing = true
    context.channel.closeFuture.cascade(to: promise)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent, graceOver == nil {
      graceOver = context.eventLoop.assumeIsolated().scheduleTask(in: Self.grace) { self.hangUp() }
    }
    if case .inputClosed = event as? ChannelEvent { roster.hangUp(context.channel) }
    context.fireUserInboundEventTriggered(event)
  }
}

extension ConnectionWatch {
  /// Some bytes have come: the beginning of a head, unless a request is being answered or read.
  func bytesCame() {
    if patience.phase == .idle { enter(.receiving) }
  }

  /// Whether what comes in belongs to a head.
  var isReceivingHead: Bool { [.opening, .idle, .receiving].contains(patience.phase) }

  private func answerIsThrough(isRequestUnread: Bool) {
    guard context != nil else { return }
    owed = max(0, owed - 1)
    unsent -= 1
    if unsent > 0 { return enter(.sending(left: 0)) }
    if isClosing { return hangUp() }
    if isRequestUnread { return linger() }
    enter(owed > 0 ? .answering : .idle)
  }

  /// Says that no more comes, and lets the client read that before the connection goes.
  private func linger() {
    enter(.lingering)
    context?.close(mode: .output, promise: nil)
  }

  private func hangUp() { context?.close(promise: nil) }

  private func enter(_ phase: ConnectionPatience.Phase) {
    guard let context else { return }
    let now = NIODeadline.now()
    patience.enter(phase, now: now)
    roster.note(context.channel, idleSince: isReceivingHead ? now : nil)
    takeALook(context)
  }

  private func takeALook(_ context: ChannelHandlerContext) {
    let now = NIODeadline.now()
    // Without the number, which the socket has always had so far, time alone decides.
    let bytesLeft = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    switch patience.verdict(now: now, bytesLeft: bytesLeft) {
    case .close: hangUp()
    case .lookAgain(let amount):
      // One timer a connection: a request whose look comes later than the one that is due costs none.
      guard now + amount < lookAt || look == nil else { return }
      look?.cancel()
      lookAt = now + amount
      look = context.eventLoop.assumeIsolated().scheduleTask(in: amount) {
        self.look = nil
        self.lookAt = .distantFuture
        if let context = self.context { self.takeALook(context) }
      }
    }
  }
}
