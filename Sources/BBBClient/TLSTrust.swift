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
  /// The path leads to nothing that can be read.
  case unreadable(FileError)
  /// No file holds a PEM certificate.
  case noCertificates
  /// The file is a certificate, but in binary.
  case binary
  /// The file says that it holds certificates, and one of them is damaged.
  case damaged
}

extension TLSTrustError: CustomStringConvertible {
  /// What is wrong with the path, and how to mend it where that is not plain.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .noCertificates: "it holds no PEM certificate"
    case .binary: "it is binary (DER); convert it with openssl x509 -inform der"
    case .damaged: "it holds a PEM certificate that is damaged"
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

  /// The most bytes of a file; those of operating systems have about 250,000.
  private static let sizeLimit = 16 << 20

  private static func certificates(at path: String) throws(TLSTrustError) -> [NIOSSLCertificate] {
    let found: Result<[NIOSSLCertificate], TLSTrustError>
    do throws(FileError) {
      found = try certificates(inFile: path)
    } catch .notFile(.directory) {
      return try certificates(inDirectory: path)
    } catch {
      throw .unreadable(error)
    }
    return try found.get()
  }

  /// Reads a directory file by file, so that it need not have been prepared by `c_rehash`.
  private static func certificates(inDirectory path: String) throws(TLSTrustError) -> [NIOSSLCertificate] {
    var names: [String] = []
    do throws(FileError) {
      try DirectoryNames.forEach(in: path) { names.append($0) }
    } catch {
      throw .unreadable(error)
    }
    let found = names.sorted().flatMap { name in
      // A directory may hold other things too; only having no certificate at all is a mistake.
      (try? certificates(inFile: "\(path)/\(name)").get()) ?? []
    }
    guard !found.isEmpty else { throw .noCertificates }
    return found
  }

  /// Two ways to fail: the file cannot be read at all, or what it holds is no use.
  private static func certificates(
    inFile path: String
  ) throws(FileError) -> Result<[NIOSSLCertificate], TLSTrustError> {
    let bytes = try RegularFile.bytes(of: path, upTo: sizeLimit)
    if let found = try? NIOSSLCertificate.fromPEMBytes(bytes), !found.isEmpty { return .success(found) }
    if String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") {
      return .failure(.damaged)
    }
    let isBinary = (try? NIOSSLCertificate(bytes: bytes, format: .der)) != nil
    return .failure(isBinary ? .binary : .noCertificates)
  }
}
