import ArgumentParser
import ExitCodes
import Foundation
import SimulatorServer

/// The options of `run` that make HTTP HTTPS.
struct TLSOptions: ParsableArguments {
  @Flag(help: "Speak HTTPS, with a certificate of a test CA that is made at start.")
  var tls = false

  @Option(
    name: .customLong("tls-name"),
    help: "A further host name or IP address for the certificate; may be given several times.")
  var names: [String] = []

  @Option(
    name: .customLong("tls-ca-out"),
    help: "Where to write the test CA's certificate (PEM), for clients to trust; its key stays in memory.")
  var authorityFile: String?

  @Option(
    name: .customLong("tls-cert"), help: "An own certificate (PEM), those of its issuers behind it.")
  var certificateFile: String?

  @Option(name: .customLong("tls-key"), help: "The key to the own certificate (PEM, not encrypted).")
  var keyFile: String?

  func validate() throws {
    guard (certificateFile == nil) == (keyFile == nil) else {
      throw ValidationError("--tls-cert and --tls-key go together; give both or neither")
    }
    guard certificateFile == nil || (names.isEmpty && authorityFile == nil) else {
      throw ValidationError(
        "--tls-name and --tls-ca-out are about the test CA; leave them out with --tls-cert")
    }
    guard tls || certificateFile != nil || (names.isEmpty && authorityFile == nil) else {
      throw ValidationError("--tls-name and --tls-ca-out need --tls")
    }
    for name in names where !Self.isHost(name) {
      throw ValidationError("--tls-name '\(name)' is no host name and no IP address")
    }
  }

  /// What a certificate can name; anything else would be written into it and never match.
  private static func isHost(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 253
      && name.utf8.allSatisfy { byte in
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "A")
            && byte <= UInt8(ascii: "Z")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
          || "-._:*".utf8.contains(byte)
      }
  }

  /// What the server proves itself with; nil for plain HTTP. What is wrong with it is printed, and the command ends.
  func identity(servingAs host: String) throws -> TLSIdentity? {
    if let certificateFile, let keyFile {
      do {
        return try TLSIdentity(certificateFile: certificateFile, keyFile: keyFile)
      } catch {
        Console.complain("\(error)")
        throw ExitCode.badConfiguration.thrown
      }
    }
    guard tls else { return nil }
    let identity = try TLSIdentity(testAuthorityFor: [host].filter(Self.isHost) + names)
    if let authorityFile { try write(identity.authorityPEM ?? "", to: authorityFile) }
    return identity
  }

  private func write(_ pem: String, to path: String) throws {
    do {
      try Data(pem.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      Console.complain("can't write the CA's certificate to \(path). Name a file in a directory that exists")
      throw ExitCode.badConfiguration.thrown
    }
    Console.explain("clients trust it with \(path), as in curl --cacert \(path)")
  }
}
