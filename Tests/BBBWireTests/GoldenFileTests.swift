import BBBAPI
import BBBWire
import TestSupport
import Testing

@Suite struct GoldenFileTests {
  private let golden = GoldenFolder("wire")

  @Test(arguments: Answer.all)
  func `an answer has the recorded bytes`(answer: Answer) throws {
    try golden.expect(answer.bytes, is: answer.path)
  }

  @Test func `the version page as JSON has the recorded bytes`() throws {
    try golden.expect(Response.indexJSON(ServerInformation(host: "bbb.test")), is: "3.0/index.json")
  }

  @Test func `no recorded file is without its answer`() throws {
    let expected = Set(Answer.all.map(\.path) + ["3.0/index.json"])
    #expect(try Set(golden.paths()) == expected)
  }

  @Test(arguments: Answer.all)
  func `xmllint accepts an answer`(answer: Answer) throws {
    #expect(try XMLLint.complaints(about: answer.bytes) == "")
  }
}
