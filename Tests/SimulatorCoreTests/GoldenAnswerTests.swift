import BBBAPI
import Foundation
import Scenarios
import SimulatorCore
import TestSupport
import Testing

@Suite struct GoldenAnswerTests {
  @Test(arguments: GoldenAnswer.all) func `an answer has the recorded bytes`(answer: GoldenAnswer) throws {
    try golden.expect(answer.bytes, is: "\(answer.name).http")
  }

  @Test func `every recorded answer is asked for, once`() throws {
    let recorded = try golden.paths()
    #expect(recorded == GoldenAnswer.all.map { "\($0.name).http" }.sorted())
  }

  @Test(arguments: GoldenAnswer.all.filter { $0.reply.header("Content-Type")?.hasPrefix("text/xml") == true })
  func `xmllint accepts every XML answer`(answer: GoldenAnswer) throws {
    #expect(try XMLLint.complaints(about: answer.reply.body) == "")
  }

  @Test(arguments: GoldenAnswer.all) func `an answer is the same when asked for again`(answer: GoldenAnswer) {
    #expect(answer.bytes == answer.bytes)
  }

  @Test func `the JSON version page is JSON`() throws {
    let answer = try #require(GoldenAnswer.index.last)
    let object =
      try JSONSerialization.jsonObject(with: Data(answer.reply.body)) as? [String: [String: String]]
    #expect(object?["response"]?["returncode"] == "SUCCESS")
  }

  @Test(arguments: GoldenAnswer.all)
  func `only the calls that BBB lets be cached are without Cache-Control`(answer: GoldenAnswer) {
    let reply = answer.reply
    // bbb-webhooks says nothing about caches, whatever it answers.
    guard reply.status == 200, !answer.name.hasPrefix("hooks") else { return }
    let isCacheable =
      reply.element("returncode") == "SUCCESS"
      && (reply.text.contains("<meetingName>") && !reply.text.contains("<meetings>")
        || ["<recordings", "<published>", "<deleted>", "<updated>"].contains(where: reply.text.contains))
    #expect(reply.header("Cache-Control") == (isCacheable ? nil : "no-cache"))
  }
}
