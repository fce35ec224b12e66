import Foundation
import PrometheusText
import TestSupport
import Testing

/// `promtool check metrics` beside our writer and parser; without promtool the tests are cancelled, visibly.
@Suite struct `Second opinion of promtool` {
  private func check(_ page: [UInt8]) throws -> OutsideCommand.Answer {
    guard try OutsideCommand("promtool", "--version").run().status == 0 else {
      try Test.cancel("there is no promtool: apt-get install -y prometheus")
    }
    return try OutsideCommand("promtool", "check", "metrics").run(input: Data(page))
  }

  @Test func `it has nothing to say against the golden page`() throws {
    let answer = try check(try fixtures.bytes("contract.text.prom"))
    #expect(answer.status == 0)
    #expect(answer.errors == "")
  }

  @Test func `it does speak when there is something to say`() throws {
    let answer = try check([UInt8]("# TYPE aB counter\naB 1\n".utf8))
    #expect(answer.status == 3)
    #expect(answer.errors.contains("counter metrics should have \"_total\" suffix"))
  }

  @Test(arguments: [
    "a 1", "a{b=\"c} 1\n", "a 1 x\n", "a 0x10\n", "# TYPE a info\n", "a{b=\"c\",b=\"d\"} 1\n", "a 1e999\n",
  ])
  func `it refuses what we refuse`(page: String) throws {
    #expect(throws: ExpositionError.self) { try ExpositionParser.parse([UInt8](page.utf8), as: .text) }
    #expect(try check([UInt8](page.utf8)).status == 1)
  }

  @Test func `it reads whatever we write`() throws {
    for seed in UInt64(0)..<40 {
      let page = ExpositionWriter.bytes(of: RandomFamilies.families(seed: seed), as: .text)
      let answer = try check(page)
      #expect(answer.status != 1, "seed \(seed): \(answer.errors)")
    }
  }
}
