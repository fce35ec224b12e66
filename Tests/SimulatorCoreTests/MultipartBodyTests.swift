import BBBAPI
import Scenarios
import SimulatorCore
import TestSupport
import Testing

/// Forms in parts, as seen through `create`: whatever breaks the rules brings no parameters, and no harm.
@Suite struct MultipartBodyTests {
  private static func dialNumber(_ contentType: String, _ body: String) -> String? {
    Caller(.quiet).post(.create, [("name", "Demo"), ("meetingID", "x1")], contentType, body)
      .element("dialNumber")
  }

  private static let standard = "613-555-1234"
  private static let part = "Content-Disposition: form-data; name=\"dialNumber\"\r\n\r\n1\r\n"

  @Test(arguments: [
    ("multipart/form-data; boundary=B", "--B\r\n\(part)--B--", "1"),
    ("multipart/form-data; boundary=\"B b\"", "--B b\r\n\(part)--B b--\r\n", "1"),
    ("Multipart/Form-Data;charset=utf-8; Boundary=B", "preamble\r\n--B\r\n\(part)--B--\r\nepilogue", "1"),
    ("multipart/form-data; boundary=B", "--B\r\n\(part)", standard),
    ("multipart/form-data; boundary=B", "--B\n\(part)--B--", standard),
    ("multipart/form-data", "--B\r\n\(part)--B--", standard),
    ("multipart/form-data; boundary=", "--\r\n\(part)----", standard),
    ("multipart/form-data; boundary=B", "", standard),
    (
      "multipart/form-data; boundary=B",
      "--B\r\nContent-Disposition: form-data; name=\"dialNumber\"; filename=\"f\"\r\n\r\n1\r\n--B--", standard
    ),
    (
      "multipart/form-data; boundary=B",
      "--B\r\ncontent-disposition:form-data;name=dialNumber\r\n\r\na\r\n--b\r\nc\r\n--B--", "a\n--b\nc"
    ),
  ])
  func `parts become parameters`(contentType: String, body: String, dialNumber: String) {
    #expect(
      Self.dialNumber(contentType, body)?.replacing("\r", with: "") == dialNumber.replacing("\n", with: ""))
  }

  @Test(arguments: UInt64(0)..<40) func `random pieces of a form are answered`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["--B", "\r\n", "--", "\r\n\r\n", Self.part, "name=", "\"", ";", "x", "B", "\r\n--B--"]
    let body = (0..<Int.random(in: 0..<30, using: &random)).map { _ in random.pick(pieces) }.joined()
    #expect(Self.dialNumber("multipart/form-data; boundary=B", body) != nil)
  }
}
