import BBBAPI
import Foundation
import Scenarios
import SimulatorCore
import TestSupport
import Testing

@Suite struct GoldenAnswerTests {
  @Test(arguments: GoldenCase.all) func `an answer has the recorded bytes`(answer: GoldenCase) throws {
    try golden.expect(answer.bytes, is: answer.path)
  }

  @Test func `every recorded answer is asked for, once`() throws {
    let recorded = try golden.paths()
    #expect(recorded == GoldenCase.all.map(\.path).sorted())
  }

  /// Each distinct document once: most versions answer most calls alike.
  @Test func `xmllint accepts every XML answer`() throws {
    var seen: Set<[UInt8]> = []
    for answer in GoldenCase.all {
      let reply = answer.reply
      guard reply.header("Content-Type")?.hasPrefix("text/xml") == true, seen.insert(reply.body).inserted
      else { continue }
      #expect(try XMLLint.complaints(about: reply.body) == "", "\(answer.path)")
    }
    #expect(seen.count > 60)
  }

  @Test(arguments: GoldenCase.newest) func `an answer is the same when asked for again`(answer: GoldenCase) {
    #expect(answer.bytes == answer.bytes)
  }

  @Test(arguments: GoldenCase.changing)
  func `JSON is JSON, in ASCII`(answer: GoldenCase) throws {
    let reply = answer.reply
    guard reply.header("Content-Type")?.hasPrefix("application/json") == true else { return }
    _ = try JSONSerialization.jsonObject(with: Data(reply.body))
    // bbb-web's text tracks come from Gson, everything else from Groovy, which escapes what is not ASCII.
    let isGroovy = !answer.answer.name.contains("TextTrack")
    #expect(!isGroovy || reply.body.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: GoldenCase.newest)
  func `only the calls that BBB lets be cached are without Cache-Control`(answer: GoldenCase) {
    let reply = answer.reply
    let call = answer.answer.name.prefix { $0 != "-" }
    // bbb-webhooks says nothing about caches, whatever it answers.
    guard reply.status == 200, !reply.body.isEmpty, !call.hasPrefix("hooks") else { return }
    let succeeds = reply.element("returncode") == "SUCCESS"
    let isCacheable =
      ["getMeetingInfo", "sendChatMessage"].contains(call) && succeeds
      || ["<recordings", "<published>", "<deleted>", "<updated>"].contains(where: reply.text.contains)
      || call == "insertDocument" && reply.element("messageKey") == nil
    #expect(reply.header("Cache-Control") == (isCacheable ? nil : "no-cache"))
  }

  @Test func `versions answer otherwise where the fact sheet says so, and nowhere else`() throws {
    var differing: [String: Set<String>] = [:]
    for (older, newer) in zip(Profile.all, Profile.all.dropFirst()) {
      let names = try GoldenAnswer.all.map(\.name).filter {
        try golden.bytes("\(older.name)/\($0).http") != golden.bytes("\(newer.name)/\($0).http")
      }
      differing[older.name] = Set(names.map { String($0.prefix { $0 != "-" }) })
    }
    #expect(
      differing["2.7"]?.isSuperset(of: ["getMeetings", "getMeetingInfo", "join", "index", "enter"]) == true)
    #expect(differing["2.6"]?.isSubset(of: ["content", "join", "insertDocument", "create"]) == true)
    #expect(differing["2.5"]?.contains("getRecordings") == true)
    #expect(differing["2.4"]?.isSuperset(of: ["end", "join", "insertDocument"]) == true)
  }
}
