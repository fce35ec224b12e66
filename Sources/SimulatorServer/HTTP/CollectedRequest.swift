import BBBAPI
import HTTPTypes
import NIOCore
import NIOHTTPTypes
import SimulatorCore

/// An API request with its body, as it came over the wire.
struct CollectedRequest {
  var head: HTTPRequest
  var body = ByteBuffer()

  init(head: HTTPRequest) {
    self.head = head
  }

  /// Where BBB's web application lives.
  private static let root = "/bigbluebutton"

  /// Whether a request is the API's business.
  static func concerns(_ head: HTTPRequest) -> Bool {
    guard let target = head.path, target.hasPrefix(root) else { return false }
    let next = target.dropFirst(root.count).first
    return next == nil || next == "/" || next == "?"
  }

  /// Whether the client wants no further answers on this connection.
  var wantsClose: Bool {
    let options = head.headerFields[.connection]?.lowercased().split { $0 == "," || $0 == " " } ?? []
    return options.contains("close")
  }

  /// The request as the simulator takes it.
  func apiRequest(scheme: String, localAddress: SocketAddress?) -> APIRequest {
    let target = head.path ?? ""
    let path = target.prefix { $0 != "?" }
    var request = APIRequest(
      method: head.method.rawValue, path: Self.call(in: path),
      query: RawQuery(String(target.dropFirst(path.count + 1))),
      contentType: head.headerFields[.contentType], body: Array(body.readableBytesView),
      serverURL: "\(scheme)://" + authority(localAddress))
    request.announcesBody = head.headerFields[.transferEncoding] != nil
    return request
  }

  /// What follows `/bigbluebutton/api/`; empty for the version page, which answers at the root too (facts §1.5).
  private static func call(in path: Substring) -> String {
    var rest = path.dropFirst(root.count)
    if rest.hasPrefix("/api") {
      let behind = rest.dropFirst("/api".count)
      if behind.isEmpty || behind.hasPrefix("/") { rest = behind }
    } else if rest != "" && rest != "/" {
      return "/" + rest
    }
    return String(rest.drop { $0 == "/" })
  }

  /// How the caller names this server; a name that could break a header or a link is replaced by the address.
  private func authority(_ localAddress: SocketAddress?) -> String {
    if let authority = head.authority, !authority.isEmpty, authority.utf8.allSatisfy(Self.isPlain) {
      return authority
    }
    let address = localAddress?.ipAddress ?? "127.0.0.1"
    return "\(address.contains(":") ? "[\(address)]" : address):\(localAddress?.port ?? 80)"
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
