import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// By what a server proves over TLS who it is: certificates and the key to them.
///
/// TLS 1.2 and 1.3, as nginx in front of BBB has it.
public struct TLSIdentity: Sendable {
  /// The certificate of the test CA in PEM, for clients to trust; nil when the certificate was brought along.
  public let authorityPEM: String?
  /// What the CA's file is called in a directory of CAs such as OpenSSL reads, like `1a2b3c4d.0`; nil without a test CA.
  public let authorityFileName: String?
  let configuration: TLSConfiguration

  /// The names under which this machine always knows itself.
  public static let ownNames = ["localhost", "127.0.0.1", "::1"]

  /// Makes a test CA and a certificate for this machine and further host names or IP addresses.
  ///
  /// Keys are new each time, of P-256, and never leave the memory of the process.
  public init(testAuthorityFor names: [String] = []) throws {
    let authority = try TestAuthority(validity: .init(around: .now))
    let key = P256.Signing.PrivateKey()
    let known = Self.ownNames + names.filter { !Self.ownNames.contains($0) }
    let certificate = try authority.issue(for: known, to: key)
    authorityPEM = try authority.pem
    authorityFileName = authority.called.fileInDirectory
    configuration = .server(
      chain: [
        try NIOSSLCertificate(bytes: Array(try certificate.serializeAsPEM().pemString.utf8), format: .pem)
      ],
      key: try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem))
  }

  /// Reads a certificate, with those between it and its CA behind it, and the key to it, from PEM files.
  public init(certificateFile: String, keyFile: String) throws(CertificateError) {
    let certificates = try PEMFile(certificateFile)
    let chain: [NIOSSLCertificate]
    do {
      chain = try NIOSSLCertificate.fromPEMBytes(certificates.bytes)
    } catch {
      throw .noCertificate(path: certificateFile)
    }
    let key = try PEMFile(keyFile).privateKey()
    authorityPEM = nil
    authorityFileName = nil
    configuration = .server(chain: chain, key: key)
    // BoringSSL compares key and certificate when it is given both.
    guard (try? NIOSSLContext(configuration: configuration)) != nil else {
      throw .mismatch(certificate: certificateFile, key: keyFile)
    }
  }
}

extension TLSConfiguration {
  fileprivate static func server(chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    return configuration
  }
}

/// A file in PEM, read whole.
private struct PEMFile {
  let path: String
  let bytes: [UInt8]

  /// No certificate chain and no key comes near this; a device that never ends does.
  private static let largest = 1 << 20

  init(_ path: String) throws(CertificateError) {
    self.path = path
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }  // it was only read
      bytes = Array(try file.read(upToCount: Self.largest) ?? Data())
    } catch {
      throw .unreadable(path: path)
    }
  }

  func privateKey() throws(CertificateError) -> NIOSSLPrivateKey {
    let text = String(decoding: bytes, as: UTF8.self)
    // Without this check BoringSSL would only say that it can't.
    guard !text.contains("ENCRYPTED") else { throw .encryptedKey(path: path) }
    do {
      return try NIOSSLPrivateKey(bytes: bytes, format: .pem)
    } catch {
      throw .noKey(path: path)
    }
  }
}
