import FoundationEssentials
import NIOSSL

/// Which servers are trusted when the connection is encrypted.
public enum TLSTrust: Sendable, Equatable {
  /// Those that the certificates of the operating system vouch for.
  case system
  /// Everyone; the connection may end anywhere.
  case anyone
  /// Those that the CA certificates of a PEM file, or of the PEM files in a directory, vouch for, and no others.
  case bundle(path: String)
}

/// Why a CA bundle cannot be used.
public enum TLSTrustError: Error, Sendable, Equatable {
  /// Nothing lies at the path, or it cannot be read.
  case missing
  /// No file holds a PEM certificate.
  case noCertificates
}

extension TLSTrustError: CustomStringConvertible {
  /// The rule that the path breaks.
  public var description: String {
    switch self {
    case .missing: "names no file or directory that can be read"
    case .noCertificates: "holds no PEM certificate"
    }
  }
}

extension TLSTrust {
  /// Makes sure that the certificates can be loaded.
  public func validate() throws(TLSTrustError) {
    _ = try configuration()
  }

  func configuration() throws(TLSTrustError) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    switch self {
    case .system: break
    case .anyone: configuration.certificateVerification = .none
    case .bundle(let path): configuration.trustRoots = .certificates(try Self.certificates(at: path))
    }
    return configuration
  }

  /// Reads a directory file by file, so that it need not have been prepared by `c_rehash`.
  private static func certificates(at path: String) throws(TLSTrustError) -> [NIOSSLCertificate] {
    let found = try files(at: path).flatMap { file in
      // A directory may hold other things too; only having none at all is a mistake.
      (try? NIOSSLCertificate.fromPEMFile(file)) ?? []
    }
    guard !found.isEmpty else { throw .noCertificates }
    return found
  }

  private static func files(at path: String) throws(TLSTrustError) -> [String] {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing }
    guard isDirectory else { return [path] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { "\(path)/\($0)" }
    } catch {
      throw .missing
    }
  }
}
