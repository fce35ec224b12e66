import Glibc
import Testing

@Suite struct SilenceTests {
  @Test func `nothing that libxml2 finds is printed`() throws {
    let printed = try capturingStandardError {
      for document in hostileDocuments { _ = Parsing(document.bytes) }
      for (document, _) in wellFormedDocuments {
        for length in 0..<document.utf8.count { _ = Parsing(document.utf8.prefix(length)) }
      }
    }
    // Other tests run at the same time and print there too, but not in libxml2's words.
    #expect(!printed.contains("parser error"))
    #expect(!printed.contains("Entity:"))
    #expect(!printed.contains("namespace error"))
  }

  private func capturingStandardError(_ body: () -> Void) throws -> String {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    let saved = dup(STDERR_FILENO)
    dup2(fileno(file), STDERR_FILENO)
    body()
    dup2(saved, STDERR_FILENO)
    close(saved)
    rewind(file)
    var printed: [UInt8] = []
    while case let byte = getc(file), byte != EOF { printed.append(UInt8(truncatingIfNeeded: byte)) }
    write(STDERR_FILENO, printed, printed.count)  // what the other tests had to say
    return String(decoding: printed, as: UTF8.self)
  }
}
