import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOHTTPTypesHTTP1

/// Puts gzip into a connection's pipeline.
enum AnswerCompression {
  /// What is shorter fits into one packet anyway.
  static let smallest = 1400

  /// Puts NIO's compressor between the HTTP codec and Hummingbird, and ``EncodingChoice`` and ``UnaskedAnswers`` around
  /// it.
  static func install(in pipeline: ChannelPipeline.SynchronousOperations) throws {
    let compressor = HTTPResponseCompressor { head, _ in
      let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
      return length >= smallest ? .compressIfPossible : .doNotCompress
    }
    let translation = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
    try pipeline.addHandler(EncodingChoice(), position: .before(translation))
    try pipeline.addHandler(OldProtocol(), position: .before(translation))
    try pipeline.addHandler(compressor, position: .before(translation))
    try pipeline.addHandler(UnaskedAnswers(), position: .before(translation))
  }
}

/// Decides whether an answer may be compressed, and tells the compressor by the one word it understands.
///
/// NIO's compressor would take deflate where both are allowed, compress the answer to HEAD, and pass over
/// `identity;q=0`. It sends chunks, which HTTP/1.0 does not know.
final class EncodingChoice: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
    let encodings = AcceptedEncodings(head.headers[canonicalForm: "accept-encoding"])
    head.headers.remove(name: "accept-encoding")
    if head.method == .GET, head.version == .http1_1, encodings.takesGzip {
      head.headers.add(name: "accept-encoding", value: "gzip")
    }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }
}

/// Takes answers that nobody asked for past the compressor, which would stop the process over one.
///
/// Hummingbird answers 400 to what is no HTTP, and the compressor never saw a request.
final class UnaskedAnswers: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private var owed = 0

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) { owed += 1 }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(let head) = unwrapOutboundIn(data), owed == 0 else {
      if case .head = unwrapOutboundIn(data) { owed -= 1 }
      return context.write(data, promise: promise)
    }
    let compressor = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseCompressor.self)
    // It was put there together with this handler, and leaves with it.
    guard let compressor else { return context.close(promise: promise) }
    compressor.write(wrapOutboundOut(.head(head)), promise: promise)
  }
}
