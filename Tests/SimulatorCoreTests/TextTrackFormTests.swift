import SimulatorCore
import Testing

@testable import SimulatorCore

@Suite struct TextTrackFormTests {
  @Test(
    arguments: [
      ("en", "en", "English"), ("de", "de", "German"), ("en_US", "en-US", "English"),
      ("en__POSIX", "en-POSIX", "English"),
      ("xx", "xx", "xx"), ("en_US_abc", "en-US", "English"),
    ])
  func `a language is read as Java reads it`(text: String, tag: String, label: String) {
    #expect(JavaLocale(text)?.languageTag == tag)
    #expect(JavaLocale(text)?.displayLanguage == label)
  }

  @Test(arguments: ["", "e", "eng", "en-US", "EN", "en_us", "en_", "en_U", "é1", "en_USA"])
  func `what is no language is refused`(text: String) {
    #expect(JavaLocale(text) == nil)
  }

  private static func form(_ body: String, _ contentType: String = "multipart/form-data; boundary=b")
    -> MultipartForm?
  {
    MultipartForm(
      APIRequest(method: "POST", path: "x", contentType: contentType, body: Array(body.utf8), serverURL: ""))
  }

  @Test func `a part is found whatever stands around it`() {
    let body =
      "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-Type: x\r\n"
      + "content-disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n--c\r\n\r\n\r\n--b--\r\nepilogue"
    let form = Self.form(body)
    #expect(form?.file("a").map { String(decoding: $0, as: UTF8.self) } == "1")
    #expect(form?.file("file").map { String(decoding: $0, as: UTF8.self) } == "--c\r\n\r\n")
    #expect(form?.file("b") == nil)
  }

  @Test(
    arguments: [
      ("", "multipart/form-data"), ("", "multipart/form-data; boundary="),
      ("a=b", "application/x-www-form-urlencoded"),
      ("", "multipart/form-data; boundary=" + String(repeating: "b", count: 71)),
    ])
  func `a body without a boundary is no form`(body: String, contentType: String) {
    #expect(Self.form(body, contentType) == nil)
  }

  @Test(arguments: [
    "", "--b", "--b\r\n", "--b--", "--b\r\n\r\n\r\n", "--b\r\nContent-Disposition: form-data; name=file",
  ])
  func `a broken form has no file`(body: String) {
    #expect(Self.form(body)?.file("file") == nil)
  }
}
