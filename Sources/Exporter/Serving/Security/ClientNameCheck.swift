import NIOCore
import NIOSSL
import NIOTLS
import SwiftASN1
import X509

/// Closes the connection of a client whose certificate has none of the allowed names.
final class ClientNameCheck: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let allowed: Set<String>

  init(allowed: Set<String>) { self.allowed = allowed }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted = event as? TLSUserEvent, !isAllowed(context) {
      return context.close(promise: nil)
    }
    context.fireUserInboundEventTriggered(event)
  }

  private func isAllowed(_ context: ChannelHandlerContext) -> Bool {
    // A certificate that cannot be had or read has no name that is allowed.
    guard let peer = try? context.pipeline.syncOperations.nioSSL_peerCertificate(),
      let bytes = try? peer.toDERBytes(),
      let certificate = try? Certificate(derEncoded: bytes)
    else { return false }
    return !allowed.isDisjoint(with: certificate.alternativeNames)
  }
}
