import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority that lives as long as the process and signs one server's certificate.
///
/// Its keys are random and stay in memory: what is trusted in a test can't be abused after it.
struct TestAuthority {
  private let key = P256.Signing.PrivateKey()
  private let certificate: Certificate
  private let validity: Validity
  /// Another name for each, so that nobody takes one for another.
  let called: AuthorityName

  /// From a day before, for clients whose clocks are slow, to the 397 days that browsers accept at most.
  struct Validity {
    var begins: Date
    var ends: Date

    init(around now: Date) {
      begins = now.addingTimeInterval(-86_400)
      ends = now.addingTimeInterval(396 * 86_400)
    }
  }

  init(validity: Validity) throws {
    self.validity = validity
    let publicKey = Certificate.PublicKey(key.publicKey)
    called = AuthorityName(
      organization: "bbb-sim",
      commonName: "bbb-sim test CA \(Certificate.SerialNumber().description.suffix(8))")
    let name = try called.distinguished()
    certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: publicKey, notValidBefore: validity.begins,
      notValidAfter: validity.ends, issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: publicKey)
      },
      issuerPrivateKey: .init(key))
  }

  /// The certificate that clients are told to trust.
  var pem: String { get throws { try certificate.serializeAsPEM().pemString + "\n" } }

  /// Signs a server's certificate, for host names and IP addresses.
  func issue(for names: [String], to serverKey: P256.Signing.PrivateKey) throws -> Certificate {
    let publicKey = Certificate.PublicKey(serverKey.publicKey)
    let ownKey = SubjectKeyIdentifier(hash: Certificate.PublicKey(key.publicKey))
    return try Certificate(
      version: .v3, serialNumber: .init(), publicKey: publicKey, notValidBefore: validity.begins,
      notValidAfter: validity.ends, issuer: certificate.subject,
      subject: try DistinguishedName { CommonName("bbb-sim") }, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectKeyIdentifier(hash: publicKey)
        AuthorityKeyIdentifier(keyIdentifier: ownKey.keyIdentifier)
        SubjectAlternativeNames(names.map(GeneralName.init(host:)))
      },
      issuerPrivateKey: .init(key))
  }
}

extension GeneralName {
  /// An IP address in either notation, or else a host name.
  fileprivate init(host: String) {
    let address = Self.bytes(of: host, AF_INET, count: 4) ?? Self.bytes(of: host, AF_INET6, count: 16)
    self = address.map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) } ?? .dnsName(host)
  }

  /// The bytes of an address as they go over the wire; nil when it is none of that family.
  private static func bytes(of host: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, host, &bytes) == 1 ? bytes : nil
  }
}
