import BBBAPI
import Foundation

/// Somebody who signs a create in their own way.
struct Caller: Sendable, CustomStringConvertible {
  static let secret = "Demo secret%1"
  static let query = "name=D%C3%A9mo%20Room&meetingID=demo-1&record=true&meta_tell=a%2fb%2Bc&tell=x"

  /// What they do wrong.
  let mistake: ChecksumMistake
  /// What else they do wrong.
  var other = ChecksumMistake.hmac
  /// What they hash.
  let text: String
  var call = APICall.create
  var query = Self.query
  var algorithm = ChecksumAlgorithm.sha256
  var body = ""
  var fragment: String?

  init(_ mistake: ChecksumMistake, text: String) {
    self.mistake = mistake
    self.text = text
  }

  var description: String { mistake.rawValue }

  func diagnosis() throws -> ChecksumDiagnosis? {
    let digest = try OpenSSL.digest(of: text, algorithm: algorithm)
    let signed = query.isEmpty ? "checksum=\(digest)" : "\(query)&checksum=\(digest)"
    let doctor = ChecksumDoctor(ChecksumVerifier(secret: SharedSecret(Self.secret), profile: .v3_0))
    return doctor.diagnosis(
      of: SignedRequest(call: call, query: RawQuery(signed)),
      url: "https://bbb.test/bigbluebutton/api/\(call.rawValue)",
      fragment: fragment, body: body)
  }

  fileprivate func with(_ change: (inout Caller) -> Void) -> Caller {
    var caller = self
    change(&caller)
    return caller
  }
}

extension Caller {
  /// One for each mistake in what is hashed, most of them several.
  static let wrong =
    wrongNames + wrongQueries + wrongWritings + wrongSecrets + [
      Caller(.hashedTwice, text: sha256Hex("create\(query)\(secret)")),
      Caller(.secretPlace, text: "\(secret)create\(query)"),
      Caller(.secretPlace, text: "create\(secret)\(query)"),
    ]

  static let doublyWrong = [
    Caller(.callMissing, text: "\(query)\(secret)\n").with { $0.other = .secretLineFeed },
    Caller(
      .queryDecoded,
      text: "createname=Démo Room&meetingID=demo-1&record=true&meta_tell=a/b+c&tell=x\(secret)\n"
    )
    .with { $0.other = .secretLineFeed },
    Caller(.otherOrder, text: "createmeetingID=b&name=A+B\(secret)").with {
      $0.other = .blankEncoding
      $0.query = "name=A%20B&meetingID=b"
    },
    Caller(.callCase, text: "getmeetings\"\(secret)\"").with {
      ($0.other, $0.call, $0.query) = (.secretQuoted, .getMeetings, "")
    },
  ]

  private static let wrongNames = [
    Caller(.callMissing, text: query + secret),
    Caller(.callCase, text: "CREATE\(query)\(secret)"),
    Caller(.callCase, text: "getmeetings\(secret)").with { ($0.call, $0.query) = (.getMeetings, "") },
    Caller(.callWithSlash, text: "/create\(query)\(secret)"),
    Caller(.callWithSlash, text: "create/\(query)\(secret)"),
    Caller(.callWithPath, text: "/bigbluebutton/api/create\(query)\(secret)"),
    Caller(.callWithPath, text: "api/create?\(query)\(secret)"),
    Caller(.callWithoutFolder, text: "createcallbackURL=x\(secret)").with {
      ($0.call, $0.query) = (.hooksCreate, "callbackURL=x")
    },
    Caller(.otherCall, text: "create\(query)\(secret)").with { $0.call = .join },
    Caller(.wholeURL, text: "https://bbb.test/bigbluebutton/api/create?\(query)\(secret)"),
  ]

  private static let wrongQueries = [
    Caller(.queryMissing, text: "create\(secret)"),
    Caller(.parameterLeftOut, text: "createname=D%C3%A9mo%20Room&meetingID=demo-1\(secret)"),
    Caller(.parameterLeftOut, text: "create\(query.replacing("&record=true", with: ""))\(secret)"),
    Caller(.checksumInside, text: "create\(query)&checksum=\(secret)"),
    Caller(.otherOrder, text: "create\(sorted(query))\(secret)"),
    Caller(.otherOrder, text: "createb=2&d=4&a=1&c=3\(secret)").with { $0.query = "a=1&b=2&c=3&d=4" },
    Caller(.bodyHashed, text: "create\(query)<modules/>\(secret)").with { $0.body = "<modules/>" },
    Caller(.fragmentHashed, text: "create\(query)#top\(secret)").with { $0.fragment = "top" },
  ]

  private static let wrongWritings = [
    Caller(
      .queryDecoded, text: "createname=Démo Room&meetingID=demo-1&record=true&meta_tell=a/b+c&tell=x\(secret)"
    ),
    Caller(.blankEncoding, text: "create\(query.replacing("%20", with: "+"))\(secret)"),
    Caller(.blankEncoding, text: "createname=A%20B\(secret)").with { $0.query = "name=A+B" },
    Caller(.hexCase, text: "create\(query.replacing("%2f", with: "%2F"))\(secret)"),
    Caller(.otherEncoding, text: "createname=a/b*c%20d&x=~\(secret)").with {
      $0.query = "name=a%2Fb%2Ac%20d&x=~"
    },
    Caller(.otherEncoding, text: "createname=(a)!%20b\(secret)").with { $0.query = "name=%28a%29%21%20b" },
    Caller(.encodedTwice, text: "createname=A%2520B\(secret)").with { $0.query = "name=A%20B" },
    Caller(.ampersandEscaped, text: "create\(query.replacing("&", with: "&amp;"))\(secret)"),
    Caller(.questionMark, text: "create?\(query)\(secret)"),
    Caller(.strayAmpersand, text: "create\(query)&\(secret)"),
  ]

  private static let wrongSecrets = [
    Caller(.secretMissing, text: "create\(query)"),
    Caller(.secretLineFeed, text: "create\(query)\(secret)\n"),
    Caller(.secretLineFeed, text: "create\(query)\(secret)\r\n").with { $0.algorithm = .sha1 },
    Caller(.secretBlanks, text: "create\(query) \(secret)"),
    Caller(.secretQuoted, text: "create\(query)\"\(secret)\"").with { $0.algorithm = .sha512 },
    Caller(.secretQuoted, text: "create\(query)'\(secret)'"),
    Caller(.secretByteOrderMark, text: "create\(query)\u{FEFF}\(secret)"),
    Caller(.secretCase, text: "create\(query)demo secret%1").with { $0.algorithm = .sha384 },
    Caller(.secretEncoded, text: "create\(query)Demo%20secret%251"),
  ]

  private static func sorted(_ query: String) -> String {
    query.split(separator: "&").sorted().joined(separator: "&")
  }

  /// By openssl; empty when it fails, which no test then takes for right.
  private static func sha256Hex(_ text: String) -> String {
    (try? OpenSSL.digest(of: text, algorithm: .sha256)) ?? ""
  }
}
