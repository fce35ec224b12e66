import Foundation
import TestSupport
import Testing

@Suite struct SecondOpinionTests {
  @Test(arguments: wellFormedDocuments.map(\.document))
  func `xmllint accepts what is accepted here`(document: String) throws {
    // xmllint follows the declared encoding, which is not done here (RFC 7303 puts the transport first).
    if document.contains("ISO-8859-1") { return }
    #expect(try xmllintAccepts(Array(document.utf8)))
  }

  /// Limits and DTDs are not its business.
  @Test(
    arguments: hostileDocuments.filter {
      ["malformed", "entityForbidden", "empty", "truncated"].contains($0.error)
    })
  func `xmllint refuses what is malformed here`(document: HostileDocument) throws {
    // It knows other encodings, and takes a NUL behind the root for the end of the file.
    if ["Latin-1", "NUL last"].contains(document.name) || document.name.hasPrefix("UTF-16") { return }
    #expect(try !xmllintAccepts(document.bytes))
  }

  @Test func `xmllint agrees on documents damaged at random`() throws {
    var random = SeededGenerator(seed: 7)
    for (document, _) in wellFormedDocuments where document.utf8.count < 200 && !document.contains("encoding")
    {
      var bytes = Array(document.utf8)
      let index = Int.random(in: bytes.indices, using: &random)
      bytes[index] = "<>&/a\u{1} ".utf8.randomElement(using: &random) ?? 0
      let accepted = Parsing(bytes).error == nil
      #expect(try xmllintAccepts(bytes) == accepted, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  private func xmllintAccepts(_ document: [UInt8]) throws -> Bool {
    try XMLLint.accepts(document)
  }
}
