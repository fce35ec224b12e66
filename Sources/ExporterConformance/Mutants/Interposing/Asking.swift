import BBBAPI
import NIOHTTP1

/// How a mutant asks the API when it does not ask as it should.
enum Asking: Sendable {
  /// One call after another.
  case inSeries
  /// By POST.
  case posting
  /// Every call that fails once more.
  case again
  /// These parameters are left out.
  case without(Set<String>)
  /// Where one of these parameters would stand, the other.
  case exchanging(String, String)
  /// Behind each getMeetings a getMeetingInfo for each meeting.
  case eachMeeting
  /// Behind each getMeetings these calls too.
  case also([APICall])
}

extension Asking {
  /// The request as the mutant makes it.
  func request(_ request: WireRequest, signedBy secret: SharedSecret) -> WireRequest {
    var request = request
    switch self {
    case .posting: request.method = .POST
    case .without(let names): request.uri = APICallURI(request.uri)?.without(names, secret) ?? request.uri
    case .exchanging(let one, let other):
      request.uri = APICallURI(request.uri)?.exchanging(one, other, secret) ?? request.uri
    case .inSeries, .again, .eachMeeting, .also: break
    }
    return request
  }

  /// What the mutant asks besides, once it has this answer.
  func more(after request: WireRequest, _ answer: HTTPAnswer, signedBy secret: SharedSecret) -> [WireRequest]
  {
    guard let uri = APICallURI(request.uri) else { return [] }
    if case .again = self { return answer.isSuccess ? [] : [request] }
    guard uri.call == APICall.getMeetings.rawValue else { return [] }
    switch self {
    case .eachMeeting:
      return answer.meetingIDs.map {
        uri.request(for: .getMeetingInfo, [Metadatum("meetingID", $0)], secret)
      }
    case .also(let calls): return calls.map { uri.request(for: $0, [], secret) }
    default: return []
    }
  }
}

/// The address of a call, taken apart.
struct APICallURI: Sendable {
  /// What stands before the call, with the slash.
  let base: String
  let call: String
  let query: String

  init?(_ uri: String) {
    let parts = uri.split(separator: "?", maxSplits: 1)
    guard let path = parts.first, let slash = path.lastIndex(of: "/") else { return nil }
    base = String(path[...slash])
    call = String(path[path.index(after: slash)...])
    query = parts.count == 2 ? String(parts[1]) : ""
  }

  /// The same call, signed anew, less some parameters.
  func without(_ names: Set<String>, _ secret: SharedSecret) -> String {
    signed(pairs.filter { pair in !names.contains(String(pair.prefix { $0 != "=" })) }, secret)
  }

  /// The same call, signed anew, with another parameter in place of one.
  func exchanging(_ one: String, _ other: String, _ secret: SharedSecret) -> String {
    signed(pairs.map { $0 == one ? other : $0 == other ? one : $0 }, secret)
  }

  /// The parameters, encoded, without the checksum.
  private var pairs: [String] {
    query.split(separator: "&").map(String.init).filter { !$0.hasPrefix("checksum=") }
  }

  private func signed(_ pairs: [String], _ secret: SharedSecret) -> String {
    let text = pairs.joined(separator: "&")
    let digest = Checksum.hexDigest(call: call, query: text, secret: secret, algorithm: .sha256)
    return "\(base)\(call)?" + (pairs + ["checksum=\(digest)"]).joined(separator: "&")
  }

  /// Another call of the same server.
  func request(for call: APICall, _ parameters: [Metadatum], _ secret: SharedSecret) -> WireRequest {
    let query = SignedQuery.signed(call: call.rawValue, parameters: parameters, secret: secret)
    return WireRequest(method: .GET, uri: "\(base)\(call.rawValue)?\(query)", headers: [:])
  }
}

extension HTTPAnswer {
  fileprivate var text: String { String(decoding: body, as: UTF8.self) }

  fileprivate var isSuccess: Bool { status == 200 && text.contains("<returncode>SUCCESS</returncode>") }

  /// The meetings of a list, in its order; IDs that need escaping are not for mutants.
  fileprivate var meetingIDs: [String] {
    text.split(separator: "<meetingID>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }
}
