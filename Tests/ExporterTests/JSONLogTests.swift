import FoundationEssentials
import Logging
import Synchronization
import Testing

@testable import Exporter

@Suite struct JSONLogTests {
  private func lines(_ body: (Logger) -> Void) -> [String] {
    let written = Written()
    var logger = Logger(label: "bbb-exporter") { label in
      JSONLogHandler(
        label: label, now: { Date(timeIntervalSince1970: 1_772_442_000.25) }, write: written.append)
    }
    logger.logLevel = .debug
    body(logger)
    return written.lines.withLock { $0 }
  }

  private final class Written: Sendable {
    let lines = Mutex<[String]>([])
    func append(_ line: String) { lines.withLock { $0.append(line) } }
  }

  @Test func `a line is one object, whatever is said`() throws {
    let text = "a \"b\" \\ \n\r\t\u{0}\u{1b}\u{7f}\u{2028}é𝄞"
    let all = lines { logger in
      logger.info("plain")
      logger.warning("\(text)", metadata: ["b": "2", "a": "1\n", "level": "no"])
    }
    #expect(
      all[0]
        == #"{"time":"2026-03-02T09:00:00.250Z","level":"info","logger":"bbb-exporter","msg":"plain"}"#)
    #expect(all[1].unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x2028 })
    let read = try JSONDecoder().decode([String: String].self, from: Data(all[1].utf8))
    #expect(read["msg"] == text && read["a"] == "1\n" && read["level"] == "warning" && read.count == 6)
    #expect(all[1].hasSuffix(#","a":"1\n","b":"2"}"#))
  }

  @Test func `what lies below the level is not said`() {
    #expect(lines { $0.trace("x") }.isEmpty)
  }
}
