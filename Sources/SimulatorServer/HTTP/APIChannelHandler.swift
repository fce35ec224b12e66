import HTTPTypes
import NIOCore
import NIOHTTPTypes
import SimulatorCore

/// Answers API calls on the event loop and lets everything else through to the router behind it.
///
/// `respond(to:)` needs no suspension, so a call costs no task and no queue. Requests of one connection are taken
/// one after another, whoever answers them; what a client sends ahead waits here.
final class APIChannelHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let server: SimulatedServer
  private var exchange = ConnectionStateMachine()
  private var delayed: Scheduled<Void>?

  init(server: SimulatedServer) {
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    perform(exchange.received(unwrapInboundIn(data)), context)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = unwrapOutboundIn(data)
    context.write(data, promise: promise)
    if case .end = part { perform(exchange.routerFinished(), context) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    delayed?.cancel()
    context.fireChannelInactive()
  }

  private func perform(_ actions: [ConnectionStateMachine.Action], _ context: ChannelHandlerContext) {
    for action in actions {
      switch action {
      case .forward(let part): context.fireChannelRead(wrapInboundOut(part))
      case .answer(let request): answer(request, context)
      case .refuse(let status): refuse(status, context)
      }
    }
    context.fireChannelReadComplete()
  }

  private func answer(_ request: CollectedRequest, _ context: ChannelHandlerContext) {
    let reply = server.respond(to: request.apiRequest(localAddress: context.localAddress))
    guard reply.delay > .zero else { return deliver(reply, to: request, context) }
    let handler = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    delayed = context.eventLoop.scheduleTask(in: TimeAmount(reply.delay)) {
      let (handler, context) = handler.value
      handler.deliver(reply, to: request, context)
    }
  }

  private func deliver(_ reply: APIReply, to request: CollectedRequest, _ context: ChannelHandlerContext) {
    switch reply.delivery {
    case .whole: send(reply, of: reply.body.count, to: request, context)
    case .truncated(let bytes):
      send(reply, of: min(bytes, reply.body.count), to: request, context)
      return context.close(promise: nil)
    case .reset: return context.close(promise: nil)
    case .never: return
    }
    if request.wantsClose { return context.close(promise: nil) }
    perform(exchange.answered(), context)
  }

  private func send(_ reply: APIReply, of bytes: Int, to request: CollectedRequest, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(HTTPResponse(reply))), promise: nil)
    if request.head.method != .head {
      context.write(wrapOutboundOut(.body(ByteBuffer(bytes: reply.body.prefix(bytes)))), promise: nil)
    }
    // A truncated answer has no end: the codec would complain of the length that was promised.
    if bytes == reply.body.count { context.write(wrapOutboundOut(.end(nil)), promise: nil) }
    context.flush()
  }

  private func refuse(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
    let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.end(nil)), promise: nil)
    context.flush()
    context.close(promise: nil)
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
