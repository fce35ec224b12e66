import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// Certificates of every kind that operators come across, made on the spot.
struct TestCertificates {
  enum Signature { case byAuthority, bySelf }

  private let authorityKey = P256.Signing.PrivateKey()
  private let authority: Certificate
  private let now: Date

  init(now: Date = Date()) throws {
    self.now = now
    let key = Certificate.PublicKey(authorityKey.publicKey)
    let name = try DistinguishedName { CommonName("Test Authority") }
    authority = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key,
      notValidBefore: now.addingTimeInterval(-4000 * 86_400),
      notValidAfter: now.addingTimeInterval(4000 * 86_400), issuer: name, subject: name,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
      },
      issuerPrivateKey: .init(authorityKey))
  }

  /// Writes the authority's certificate into a new file.
  func writeAuthority() throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
    try authority.serializeAsPEM().pemString.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// What a server needs to show a certificate for these names, valid for these days from now.
  func context(
    names: [String] = ["localhost"], days: ClosedRange<Double> = -1...90, signed: Signature = .byAuthority
  ) throws -> NIOSSLContext {
    let key = P256.Signing.PrivateKey()
    let subject = try DistinguishedName { CommonName("test server") }
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
      notValidBefore: now.addingTimeInterval(days.lowerBound * 86_400),
      notValidAfter: now.addingTimeInterval(days.upperBound * 86_400),
      issuer: signed == .bySelf ? subject : authority.subject, subject: subject,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: Certificate.Extensions { SubjectAlternativeNames(names.map { .dnsName($0) }) },
      issuerPrivateKey: .init(signed == .bySelf ? key : authorityKey))
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [
          .certificate(
            try NIOSSLCertificate(bytes: Array(try certificate.serializeAsPEM().pemString.utf8), format: .pem)
          )
        ],
        privateKey: .privateKey(
          try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem))))
  }
}
