import BBBAPI
import Determinism
import Foundation
import Scenarios
import SimulatorCore
import Testing

@testable import SimulatorServer

/// A parser, what it is fed with, and what must hold whatever it is fed.
///
/// That nothing traps is the first law of all of them, and needs no line.
struct FuzzTarget: Sendable, CustomTestStringConvertible {
  let name: String
  let corpus: [String]
  let words: [String]
  /// The law; the stream is for what the law itself wants to choose.
  let check: @Sendable ([UInt8], inout RandomStream) throws -> Void

  var testDescription: String { name }
}

extension FuzzTarget {
  static let all = [query, signature, call, scenario, clockChange]

  private static let queryWords = [
    "&", "=", "%", "+", "%00", "%zz", "checksum=", "&checksum=", "%26", ";", "?", "#",
  ]

  /// Queries: reading never fails, and what has no checksum loses nothing.
  private static let query = FuzzTarget(
    name: "query",
    corpus: ["name=Demo&meetingID=demo-1&checksum=abc", "a=%41+b&&=c&d", "checksum=1&checksum=2"],
    words: queryWords
  ) { bytes, _ in
    let query = RawQuery(String(decoding: bytes, as: UTF8.self))
    let rest = query.withoutChecksum
    #expect(rest.utf8.count <= query.text.utf8.count)
    if !query.text.contains("checksum=") { #expect(rest == query.text) }
    for pair in query.parameters.pairs { #expect(!pair.key.isEmpty) }
  }

  /// Signing: what is signed verifies, reads as it was, and is the same query again without its checksum.
  private static let signature = FuzzTarget(
    name: "signature", corpus: ["name\u{1}Demo\u{1}meetingID\u{1}demo-1", "a\u{1}b c\u{1}ü\u{1}😀"],
    words: ["\u{1}", "&", "%41", "+", " ", "=", "checksum"]
  ) { bytes, _ in
    let texts = bytes.split(separator: 1, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    // Sanitising is BBB's; what it would change can't come back as it was.
    let clean = texts.filter { text in
      !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f } && !text.contains("checksum")
    }
    let parameters = zip(clean, clean.dropFirst()).map { Metadatum($0, $1) }
    let secret = SharedSecret("fuzz")
    let signed = SignedQuery.signed(call: "create", parameters: parameters, secret: secret)
    let request = SignedRequest(call: .create, query: RawQuery(signed))
    #expect(RawQuery(signed).withoutChecksum == SignedQuery.encoded(parameters))
    #expect(RawQuery(signed).parameters.pairs.dropLast() == parameters[...])
    #expect(ChecksumVerifier(secret: secret, profile: .v3_0).fault(of: request) == nil)
  }

  private static let callCorpus = [
    "name=Demo&meetingID=demo-1&moderatorPW=mp&attendeePW=ap&record=true&duration=5&meta_a=b&maxParticipants=9",
    "meetingID=demo-1&fullName=Ada&role=MODERATOR&redirect=false&userID=u1&createTime=1&guest=true",
    "meetingID=demo-1&password=mp", "meetingID=demo-1&state=any&limit=3&offset=0&meta_a=b",
    "recordID=a,b&publish=true&meta_x=y", "callbackURL=http%3A%2F%2Fh.test%2F&eventID=a&getRaw=true&hookID=1",
  ]

  /// Signed calls of every kind, with a query, a form, or a body of some type: every one has an answer.
  private static let call = FuzzTarget(
    name: "call", corpus: callCorpus + bodies,
    words: queryWords + [
      "-1", "9223372036854775808", "true", "<", "]]>", "<!DOCTYPE a [", "--b\r\n", "\u{202e}",
    ]
  ) { bytes, random in
    let call = APICall.allCases[random.nextInteger(below: APICall.allCases.count)]
    let text = String(decoding: bytes, as: UTF8.self)
    let secret = SimulatedServer.testSecret
    let digest = Checksum.hexDigest(call: call.rawValue, query: text, secret: secret, algorithm: .sha256)
    var request = APIRequest(
      path: call.rawValue, query: RawQuery("\(text)&checksum=\(digest)"), serverURL: "http://bbb.test")
    if random.nextBool(chance: 0.5) {
      request.method = "POST"
      request.body = bytes
      let types = [
        "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "x",
      ]
      request.contentType = types[random.nextInteger(below: types.count)]
      let empty = Checksum.hexDigest(call: call.rawValue, query: "", secret: secret, algorithm: .sha256)
      if random.nextBool(chance: 0.5) { request.query = RawQuery("checksum=\(empty)") }
    }
    let reply = try SimulatedServer.quiet().simulator.respond(
      to: request, at: Scenario.quiet.starts.advanced(by: .seconds(60)))
    #expect((200...599).contains(reply.status))
    for header in reply.headers { #expect(!header.value.utf8.contains { $0 == 10 || $0 == 13 }) }
  }

  private static let bodies = [
    "<modules><module name=\"presentation\"><document url=\"http://h.test/a.pdf\" filename=\"a.pdf\"/></module></modules>",
    "<modules><module name=\"presentation\"><document name=\"a.txt\">aGVsbG8=</document></module></modules>",
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><modules>&b;</modules>",
    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.vtt\"\r\n\r\nWEBVTT\r\n--b--\r\n",
  ]

  /// Scenario files: a scenario or diagnostics, and a good one can be played.
  private static let scenario = FuzzTarget(
    name: "scenario", corpus: ShippedScenarios.all.map(\.yaml).filter { $0.utf8.count < 10_000 },
    words: [
      "\n", "  - ", ": ", "{", "}", "[", "]", "&a", "*a", "|", "'", "\"", "#", "count: 5", "90m",
      "lognormal 1m p99 2m",
    ]
  ) { bytes, _ in
    do throws(ScenarioProblems) {
      _ = try Scenario.load(bytes: bytes, file: "fuzz.yaml")
    } catch {
      #expect(!error.diagnostics.isEmpty && error.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    }
  }

  /// Bodies of the control API: a change or a refusal with a fix.
  private static let clockChange = FuzzTarget(
    name: "clock change",
    corpus: [#"{"advance": "5m"}"#, #"{"to": "31m"}"#, #"{"speed": 60}"#, #"{"freeze": true}"#],
    words: ["{", "}", "[", "\"", ":", ",", "1e999", "-", "null", "\\u0000", "\\ud800", "99999999999999w"]
  ) { bytes, _ in
    do throws(ControlError) {
      try ClockChange(json: Data(bytes)).apply(to: SimulatedServer.fuzzed)
    } catch {
      #expect(error.status == 400 && !error.fix.isEmpty && error.error.utf8.count < 400)
    }
  }
}

extension SimulatedServer {
  /// A new one for each change, so that what one input does to the clock doesn't decide about the next.
  fileprivate static var fuzzed: SimulatedServer {
    get throws(ControlError) {
      do { return try .quiet() } catch { throw ControlError(status: 500, error: "no server", fix: "none") }
    }
  }
}
