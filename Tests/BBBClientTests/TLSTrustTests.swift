import FoundationEssentials
import Glibc
import Testing

@testable import BBBClient

@Suite struct TLSTrustTests {
  private let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/exporter").path()

  @Test func `a PEM file is taken, and so is a directory that holds one among other files`() throws {
    try TLSTrust.bundle(path: "\(fixtures)/ca.pem").validate()
    try TLSTrust.bundle(path: fixtures).validate()
    try TLSTrust.system.validate()
    try TLSTrust.anyone.validate()
  }

  @Test(arguments: [
    ("/nowhere", TLSTrustError.unreadable(.missing)), ("/dev/zero", .unreadable(.notFile(.device))),
    ("/proc/sys/kernel", .noCertificates), (#filePath, .noCertificates), ("true ", .unreadable(.missing)),
    ("/tmp\0", .unreadable(.missing)),
  ])
  func `a path without certificates is refused`(_ path: String, _ error: TLSTrustError) {
    #expect(throws: error) { try TLSTrust.bundle(path: path).validate() }
  }

  @Test func `a pipe is refused without waiting for it`() throws {
    let pipe = temporaryPath("pipe")
    defer { unlink(pipe) }
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: TLSTrustError.unreadable(.notFile(.pipe))) { try TLSTrust.bundle(path: pipe).validate() }
  }

  @Test func `a binary certificate and a damaged one are named as such`() throws {
    let pem = try String(contentsOfFile: "\(fixtures)/ca.pem", encoding: .utf8)
    let base64 = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
    let binary = try #require(Data(base64Encoded: base64))
    for (bytes, error) in [
      (binary, TLSTrustError.binary), (Data(pem.dropLast(300).utf8), .damaged),
      (Data(pem.replacing("MII", with: "MIX").utf8), .damaged), (Data(), .noCertificates),
    ] {
      let file = temporaryPath("ca")
      defer { unlink(file) }
      try bytes.write(to: URL(filePath: file))
      #expect(throws: error) { try TLSTrust.bundle(path: file).validate() }
    }
  }

  private func temporaryPath(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)").path()
  }
}
