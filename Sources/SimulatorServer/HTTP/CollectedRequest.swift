import BBBAPI
import HTTPTypes
import NIOCore
import NIOHTTPTypes
import SimulatorCore

/// An API request with its body, as it came over the wire.
struct CollectedRequest {
  var head: HTTPRequest
  var body = ByteBuffer()
  /// Whom it is for, and which call it is.
  let placement: ServerPlacement
  /// What follows the first `?`, as it was sent.
  private let query: Substring

  /// Nil for a request that is not the API's business.
  init?(head: HTTPRequest) {
    let target = head.path ?? ""
    let path = target.prefix { $0 != "?" }
    guard let placement = ServerPlacement(path: path) else { return nil }
    self.head = head
    self.placement = placement
    query = target[path.endIndex...].dropFirst()
  }

  /// Whether the client wants no further answers on this connection.
  var wantsClose: Bool { connectionOptions.contains("close") }

  /// Whether the client wants to hear that the connection is kept; HTTP/1.1 keeps it without a word.
  var wantsKeepAlive: Bool { !wantsClose && connectionOptions.contains("keep-alive") }

  private var connectionOptions: [Substring] {
    head.headerFields[.connection]?.lowercased().split { $0 == "," || $0 == " " } ?? []
  }

  /// The request as the simulator takes it.
  func apiRequest(scheme: String, localAddress: @autoclosure () -> SocketAddress?) -> APIRequest {
    var request = APIRequest(
      method: head.method.rawValue, path: placement.call, query: RawQuery(String(query)),
      contentType: head.headerFields[.contentType], body: Array(body.readableBytesView),
      serverURL: "\(scheme)://" + authority(localAddress) + placement.prefix)
    request.announcesBody = head.headerFields[.transferEncoding] != nil
    request.servletSession = head.headerFields[.cookie].flatMap(Self.servletSession)
    return request
  }

  /// The value of the cookie `JSESSIONID` among those of a header.
  private static func servletSession(_ cookies: String) -> String? {
    let name = "JSESSIONID="
    return cookies.split { $0 == ";" || $0 == " " || $0 == "," }.first { $0.hasPrefix(name) }
      .map { String($0.dropFirst(name.count)) }
  }

  /// How the caller names this server; a name that could break a header or a link is replaced by the address.
  private func authority(_ localAddress: () -> SocketAddress?) -> String {
    if let authority = head.authority, !authority.isEmpty, authority.utf8.allSatisfy(Self.isPlain) {
      return authority
    }
    let local = localAddress()
    let address = local?.ipAddress ?? "127.0.0.1"
    return "\(address.contains(":") ? "[\(address)]" : address):\(local?.port ?? 80)"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._:[]".utf8.contains(byte)
    }
  }
}
