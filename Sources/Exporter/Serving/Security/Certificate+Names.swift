import NIOCore
import SwiftASN1
import X509

extension Certificate {
  /// The subject alternative names of the kinds DNS, e-mail, URI and IP address, in the spelling of Go.
  var alternativeNames: [String] {
    generalNames.compactMap { name in
      switch name {
      case .rfc822Name(let text), .uniformResourceIdentifier(let text): text
      default: name.hostName
      }
    }
  }

  /// The hosts and addresses that it is for; a name may begin with `*.`.
  var hostNames: [String] { generalNames.compactMap(\.hostName) }

  private var generalNames: [GeneralName] {
    // Without the extension, or with one that cannot be read, there are none.
    (try? extensions.subjectAlternativeNames).flatMap { $0.map(Array.init) } ?? []
  }
}

extension GeneralName {
  /// A host's name or address; nil for other kinds of names.
  fileprivate var hostName: String? {
    switch self {
    case .dnsName(let text): text
    case .ipAddress(let address):
      // Throws for what has neither 4 nor 16 bytes, which is no address.
      (try? SocketAddress(packedIPAddress: ByteBuffer(bytes: address.bytes), port: 0))?.ipAddress
    default: nil
    }
  }
}
