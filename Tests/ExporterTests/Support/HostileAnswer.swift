import Testing

/// An answer to getMeetings that means harm, or comes from a broken server, and what the page must say.
struct HostileAnswer: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable, Equatable {
    /// `bbb_api_up` 0, and no family of meetings.
    case refused
    /// The same, once the scrape's time is up.
    case late
    /// So many meetings are read.
    case meetings(Int)
  }

  let testDescription: String
  let reply: FakeReply
  let outcome: Outcome

  init(_ name: String, _ outcome: Outcome, _ reply: FakeReply) {
    testDescription = name
    self.reply = reply
    self.outcome = outcome
  }

  /// A whole document around the meetings.
  private init(_ name: String, _ outcome: Outcome, meetings: String) {
    self.init(name, outcome, .answer(body: Self.opening + meetings + Self.closing))
  }

  private init(_ name: String, _ outcome: Outcome, bytes: [UInt8], headers: String = "") {
    self.init(name, outcome, .body(bytes, headers: headers))
  }

  private static let opening = "<response><returncode>SUCCESS</returncode><meetings>"
  private static let closing = "</meetings></response>"
  static let noMeetings = opening + closing

  private static func meeting(_ number: Int = 0, extra: String = "") -> String {
    """
    <meeting><meetingID>m-\(number)</meetingID><internalMeetingID>i-\(number)</internalMeetingID>\
    <participantCount>1</participantCount><isBreakout>false</isBreakout>\(extra)</meeting>
    """
  }

  private static func origin(_ text: String) -> String {
    meeting(extra: "<metadata><bbb-origin>\(text)</bbb-origin></metadata>")
  }
}

// MARK: - Documents

extension HostileAnswer {
  static let documents =
    doctypes + sizes + encodings + [
      HostileAnswer("forty elements deep", .refused, meetings: nested(40)),
      HostileAnswer("ten thousand elements deep", .refused, meetings: nested(10_000)),
      HostileAnswer(
        "an element that is never closed", .refused, .answer(body: opening + meeting() + "<meeting>")),
      HostileAnswer("a second document behind the first", .refused, .answer(body: noMeetings + noMeetings)),
      HostileAnswer(
        "numbers beyond all bounds", .meetings(2),
        meetings: meeting(1, extra: "<videoCount>99999999999999999999</videoCount>")
          + meeting(2, extra: "<videoCount>-5</videoCount><listenerCount>1e308</listenerCount>")),
      HostileAnswer(
        "ten thousand elements that nobody knows", .meetings(1),
        meetings: meeting(extra: (0..<10_000).map { "<unheard-of-\($0)/>" }.joined())),
      HostileAnswer(
        "ten thousand origins", .meetings(10_000),
        meetings: (0..<10_000).map {
          meeting($0, extra: "<metadata><bbb-origin>o\($0)</bbb-origin></metadata>")
        }.joined()),
    ]

  private static func nested(_ depth: Int) -> String {
    String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
  }

  private static let doctypes = [
    HostileAnswer("a billion laughs", .refused, .answer(body: laughs)),
    HostileAnswer(
      "an entity that names a file", .refused,
      .answer(
        body: "<!DOCTYPE response [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + opening + origin("&x;")
          + closing)),
    HostileAnswer(
      "a document type from elsewhere", .refused,
      .answer(body: "<!DOCTYPE response SYSTEM \"http://127.0.0.1:1/x.dtd\">" + noMeetings)),
    HostileAnswer("an entity without a declaration", .refused, meetings: origin("&x;")),
  ]

  private static let laughs: String = {
    let entities = (1...9).map { level in
      "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    return "<!DOCTYPE response [<!ENTITY l0 \"ha\">\(entities.joined())]>" + opening + origin("&l9;")
      + closing
  }()

  private static let sizes = [
    HostileAnswer(
      "a text without end", .refused,
      .endless(opening + "<meeting><meetingName>") { _ in "name and address " }),
    HostileAnswer(
      "an attribute without end", .refused, .endless(opening + "<meeting a=\"") { _ in "value and more " }),
    HostileAnswer(
      "attributes without end", .refused, .endless(opening + "<meeting ") { "a\($0)='' " }),
    HostileAnswer(
      "forty thousand attributes", .refused,
      .answer(
        body: opening + "<meeting \((0..<40_000).map { "a\($0)=''" }.joined(separator: " "))/>" + closing)),
    HostileAnswer("a comment without end", .refused, .endless(opening + "<!--") { _ in "remark " }),
    HostileAnswer("an instruction without end", .refused, .endless(opening + "<?a ") { _ in "do this " }),
    HostileAnswer("a CDATA section without end", .refused, .endless(opening + "<![CDATA[") { _ in "text " }),
    HostileAnswer("blanks without end", .refused, .endless(opening) { _ in "                " }),
    HostileAnswer("a name without end", .refused, .endless(opening + "<a") { _ in "aaaaaaaaaaaaaaaa" }),
    HostileAnswer("meetings without end", .refused, .endless(opening) { meeting($0) }),
    HostileAnswer(
      "people without end", .late,
      .endless(opening + "<meeting><attendees>") { _ in
        "<attendee><fullName>Mallory</fullName><clientType>HTML5</clientType></attendee>"
      }),
  ]

  private static let encodings = [
    HostileAnswer("UTF-16", .refused, bytes: [0xFF, 0xFE] + noMeetings.utf8.flatMap { [$0, 0] }),
    HostileAnswer(
      "another encoding declared", .meetings(0),
      bytes: Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\(noMeetings)".utf8)),
    HostileAnswer("a byte order mark", .meetings(0), bytes: [0xEF, 0xBB, 0xBF] + noMeetings.utf8),
    HostileAnswer("bytes that are no UTF-8", .refused, bytes: around([0xFF, 0xC3])),
    HostileAnswer("an overlong slash", .refused, bytes: around([0xC0, 0xAF])),
    HostileAnswer("half a surrogate pair", .refused, bytes: around([0xED, 0xA0, 0x80])),
    HostileAnswer("a zero byte", .refused, bytes: around([0])),
    HostileAnswer("a reference to the zero character", .refused, meetings: origin("&#0;")),
    HostileAnswer("gzip that nobody asked for", .refused, bytes: gzip, headers: "Content-Encoding: gzip\r\n"),
  ]

  private static func around(_ bytes: [UInt8]) -> [UInt8] {
    let parts = (opening + origin("|") + closing).utf8.split(separator: UInt8(ascii: "|"))
    return Array(parts[0]) + bytes + Array(parts[1])
  }

  /// `printf '<response/>' | gzip -n`
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xB3, 0x29, 0x4A, 0x2D, 0x2E, 0xC8, 0xCF, 0x2B, 0x4E, 0xD5,
    0xB7, 0x03,
    0x00, 0x4B, 0x2C, 0x85, 0x4B, 0x0B, 0, 0, 0,
  ]
}

// MARK: - Transport

extension HostileAnswer {
  static let transports = heads + lengths + chunks + connections

  private static let heads = [
    HostileAnswer(
      "headers without end", .refused, .odd("HTTP/1.1 200 OK\r\n", .endless { "X-\($0): a\r\n" })),
    HostileAnswer(
      "a header without end", .refused, .odd("HTTP/1.1 200 OK\r\nX: ", .endless { _ in "and more " })),
    HostileAnswer("a status line without end", .late, .odd("HTTP/1.1 200 ", .endless { _ in "OK and " })),
    HostileAnswer("a body without a head", .refused, .odd(noMeetings, .close)),
    HostileAnswer("another protocol", .refused, .odd("SSH-2.0-OpenSSH_9.2\r\n", .close)),
    HostileAnswer(
      "a version that does not exist", .refused, .odd("HTTP/9.9 200 OK\r\n\r\n\(noMeetings)", .close)),
    HostileAnswer(
      "a status without meaning", .refused, .odd("HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n", .close)),
    HostileAnswer(
      "a status below all others, with a body", .refused,
      .odd("HTTP/1.1 000 Odd\r\nContent-Length: 5\r\n\r\nhello", .open)),
    HostileAnswer(
      "a status below all others, in chunks", .refused,
      .odd("HTTP/1.1 099 Odd\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", .open)),
    HostileAnswer(
      "a status below all others, with nothing", .refused,
      .odd("HTTP/1.1 042 Odd\r\nContent-Length: 0\r\n\r\n", .open)),
    HostileAnswer(
      "a status below all others, until it hangs up", .refused,
      .odd("HTTP/1.1 001 Odd\r\n\r\n\(noMeetings)", .close)),
    HostileAnswer("no content", .refused, .odd("HTTP/1.1 204 No Content\r\n\r\n", .open)),
    HostileAnswer(
      "another protocol offered", .refused, .odd("HTTP/1.1 101 Switching Protocols\r\n\r\n", .open)),
    HostileAnswer(
      "early hints without end", .late, .odd("", .endless { _ in "HTTP/1.1 103 Early Hints\r\n\r\n" })),
    HostileAnswer(
      "a header that is two", .refused,
      .odd("HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b\r\nContent-Length: 0\r\n\r\n", .close)),
  ]

  private static let lengths = [
    HostileAnswer("less than announced", .refused, .odd(head("Content-Length: 1000") + noMeetings, .close)),
    HostileAnswer("more than announced", .refused, .odd(head("Content-Length: 20") + noMeetings, .open)),
    HostileAnswer(
      "two lengths", .refused,
      .odd(head("Content-Length: 3\r\nContent-Length: \(noMeetings.utf8.count)") + noMeetings, .close)),
    HostileAnswer("a negative length", .refused, .odd(head("Content-Length: -1") + noMeetings, .close)),
    HostileAnswer(
      "a length beyond all bounds", .refused,
      .odd(head("Content-Length: 99999999999999999999") + noMeetings, .close)),
    HostileAnswer(
      "a second answer behind the first", .meetings(0),
      .odd(
        head("Content-Length: \(noMeetings.utf8.count)") + noMeetings + head("Content-Length: 7") + "stolen.",
        .open)),
  ]

  private static let chunks = [
    HostileAnswer("a chunk size that is none", .refused, .odd(chunked + "zz\r\n\(noMeetings)\r\n", .close)),
    HostileAnswer(
      "a chunk size beyond all bounds", .refused, .odd(chunked + "fffffffffffffffff\r\n\(noMeetings)", .close)
    ),
    HostileAnswer("a chunk without its end", .refused, .odd(chunked + "5\r\n<responseXX", .close)),
    HostileAnswer("no last chunk", .refused, .odd(chunked + "5\r\n<resp\r\n", .close)),
    HostileAnswer(
      "a chunk extension without end", .late, .odd(chunked + "5;", .endless { _ in "extension;" })),
    HostileAnswer("trailers without end", .refused, .odd(chunked + "0\r\n", .endless { "X-\($0): a\r\n" })),
    HostileAnswer(
      "many small chunks", .meetings(0),
      .odd(chunked + noMeetings.map { "1\r\n\($0)\r\n" }.joined() + "0\r\n\r\n", .open)),
    HostileAnswer(
      "chunks and a length", .refused,
      .odd(head("Transfer-Encoding: chunked\r\nContent-Length: 5") + "0\r\n\r\n", .close)),
  ]

  private static let connections = [
    HostileAnswer("a reset in the middle", .refused, .odd(head("Content-Length: 900") + opening, .reset)),
    HostileAnswer("a reset instead of an answer", .refused, .odd("", .reset)),
    HostileAnswer("a hang-up instead of an answer", .refused, .odd("", .close)),
    HostileAnswer("nothing", .late, .odd("", .open)),
    HostileAnswer("byte after byte", .late, .odd(head("Content-Length: 9000"), .drip(opening + meeting()))),
    HostileAnswer("a head byte after byte", .late, .odd("", .drip(head("Content-Length: 9000")))),
  ]

  private static func head(_ header: String) -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\(header)\r\n\r\n"
  }

  private static let chunked = head("Transfer-Encoding: chunked")
}
