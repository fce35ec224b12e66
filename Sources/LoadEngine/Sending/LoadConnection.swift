import NIOCore

/// One connection: writes a request, and tells its lane when the answer to it is complete.
final class LoadConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What became of the request in flight.
  enum Outcome {
    case departed
    case answered(ResponseScanner.Response)
    case failed(FailureKind)
  }

  private var context: ChannelHandlerContext?
  private var scanner = ResponseScanner()
  private var waiting: ByteBuffer?
  private var isAwaitingAnswer = false
  private var report: ((Outcome) -> Void)?

  /// Makes a connection that reports outcomes until it is cut.
  init(report: @escaping (Outcome) -> Void) { self.report = report }

  /// Whether another request can go out on it.
  var isUsable: Bool { report != nil }

  /// Sends a request; nothing may be in flight.
  func send(_ request: ByteBuffer) {
    isAwaitingAnswer = true
    guard let context else {
      waiting = request
      return
    }
    context.writeAndFlush(wrapOutboundOut(request), promise: nil)
    report?(.departed)
  }

  /// Closes without another report.
  func cut() {
    report = nil
    context?.close(promise: nil)
  }

  /// Nobody could be connected to.
  func connectionFailed() { end(.connect) }

  func channelActive(context: ChannelHandlerContext) {
    guard isUsable else { return context.close(promise: nil) }
    self.context = context
    guard let request = waiting else { return }
    waiting = nil
    send(request)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard isUsable else { return }
    let buffer = unwrapInboundIn(data)
    guard isAwaitingAnswer else { return end(.malformed) }
    do {
      guard let response = try scanner.feed(buffer.readableBytesUInt8Span) else { return }
      deliver(response)
    } catch {
      end(.malformed)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    if let response = scanner.close() { return deliver(response) }
    end(.closed)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { end(.closed) }

  private func deliver(_ response: ResponseScanner.Response) {
    isAwaitingAnswer = false
    let report = report
    if !response.keepsAlive { cut() }
    report?(.answered(response))
  }

  /// Ends for good; without a request in flight nobody need know.
  private func end(_ failure: FailureKind) {
    let report = isAwaitingAnswer ? report : nil
    // First, for closing may come back here before it returns.
    isAwaitingAnswer = false
    cut()
    report?(.failed(failure))
  }
}
