import BBBAPI
import BBBWire
import Testing

@Suite struct GoldenFileTests {
  @Test(arguments: Answer.all)
  func `an answer has the recorded bytes`(answer: Answer) throws {
    try GoldenFile.expect(answer.bytes, at: answer.path)
  }

  @Test func `the version page as JSON has the recorded bytes`() throws {
    try GoldenFile.expect(Response.indexJSON(ServerInformation(host: "bbb.test")), at: "3.0/index.json")
  }

  @Test func `no recorded file is without its answer`() throws {
    let expected = Set(Answer.all.map(\.path) + ["3.0/index.json"])
    #expect(try Set(GoldenFile.recordedPaths()) == expected)
  }

  @Test(arguments: Answer.all)
  func `xmllint accepts an answer`(answer: Answer) throws {
    #expect(try XMLLint.complaints(about: answer.bytes) == "")
  }
}
