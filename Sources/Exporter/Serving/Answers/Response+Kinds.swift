import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A page of bytes that no browser is to guess about.
  init(body: [UInt8], contentType: String) {
    self.init(
      status: .ok, headers: [.contentType: contentType, .xContentTypeOptions: "nosniff"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// A page of metrics, which depends on two fields of the request.
  init(metrics body: [UInt8], contentType: String) {
    self.init(body: body, contentType: contentType)
    headers[.vary] = "Accept, Accept-Encoding"
  }

  /// A page for people, which loads nothing from anywhere.
  init(html: String) {
    self.init(body: Array(html.utf8), contentType: "text/html; charset=utf-8")
    headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'"
    headers[.vary] = "Accept-Encoding"
  }

  /// A text for people.
  init(_ status: HTTPResponse.Status = .ok, text: String) {
    self.init(body: Array(text.utf8), contentType: "text/plain; charset=utf-8")
    self.status = status
  }

  /// What a status says, and no more.
  init(refusal status: HTTPResponse.Status) {
    self.init(status, text: "\(status.reasonPhrase)\n")
  }
}
