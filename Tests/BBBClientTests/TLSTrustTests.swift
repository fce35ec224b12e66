import FoundationEssentials
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

  @Test func `a path with nothing and a file without certificate are refused`() {
    #expect(throws: TLSTrustError.missing) { try TLSTrust.bundle(path: "/nowhere").validate() }
    #expect(throws: TLSTrustError.noCertificates) { try TLSTrust.bundle(path: #filePath).validate() }
  }
}
