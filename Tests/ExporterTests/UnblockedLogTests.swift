import Glibc
import Logging
import Synchronization
import Testing

@testable import Exporter

@Suite struct UnblockedLogTests {
  private final class Reader: Sendable {
    let isThere = Mutex(true)
    let lines = Mutex<[String]>([])

    func be(there: Bool) { isThere.withLock { $0 = there } }
  }

  @Test func `lines that nobody takes are lost and counted, and the others are not`() {
    let reader = Reader()
    let outlet = LogOutlet { reader.isThere.withLock { $0 } }
    let logger = Logger(label: "x") { label in
      // From its message on, without the moment.
      let write = { @Sendable (line: String) in
        reader.lines.withLock { $0.append(String(line.split(separator: "\"msg\":")[1])) }
      }
      let base = JSONLogHandler(label: label, write: write)
      return UnblockedLogHandler(base, outlet: outlet)
    }
    var copy = logger
    copy[metadataKey: "target"] = "eu1"
    logger.info("one")
    reader.be(there: false)
    logger.info("two")
    copy.info("three")
    reader.be(there: true)
    copy.info("four")
    logger.info("five")
    #expect(
      reader.lines.withLock { $0 } == [
        "\"one\"}",
        "\"lines of this log that were lost, since nobody took them: 2\",\"target\":\"eu1\"}",
        "\"four\",\"target\":\"eu1\"}", "\"five\"}",
      ])
  }

  @Test func `a full pipe takes no more, until somebody reads`() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0 && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let bytes = [UInt8](repeating: 10, count: 4096)
    #expect(StandardError.takesMore(ends[1]))
    while write(ends[1], bytes, bytes.count) > 0 {}
    #expect(!StandardError.takesMore(ends[1]))
    var taken = bytes
    #expect(read(ends[0], &taken, taken.count) == taken.count)
    #expect(StandardError.takesMore(ends[1]))
    close(ends[0])
    // To a pipe without a reader, writing fails at once.
    #expect(StandardError.takesMore(ends[1]))
    close(ends[1])
  }
}
