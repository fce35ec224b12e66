import BBBAPI
import Hummingbird
import Scenarios
import SimulatorCore
import Wording

extension ControlOperation {
  static let listRequests = ControlOperation(
    id: "listRequests", method: .get, path: "/requests",
    summary:
      "The latest ten thousand requests, oldest first; names of parameters, and no value that says anything about anybody.",
    query: [
      Query(name: "call", about: "Only requests of this call; the one without a name is index."),
      Query(name: "since", about: "Only requests from this sequence number on.", schema: .integer),
    ],
    answer: .list(of: ExchangeView.self), refusals: [400]
  ) { call in
    try call.refuseUnknownQueries(among: ["call", "since"])
    var pattern = ExchangePattern()
    if let name = call.query("call") { pattern.call = try ExchangePattern.call(named: name) }
    if let since = call.query("since") { pattern.since = try ExchangePattern.sequence(since) }
    return try .json(call.server.simulator.exchanges.filter(pattern.matches).map(ExchangeView.init))
  }

  static let forgetRequests = ControlOperation(
    id: "forgetRequests", method: .delete, path: "/requests",
    summary: "Forgets the requests so far; sequence numbers go on.", answer: .list(of: ExchangeView.self)
  ) { call in
    call.server.simulator.forgetRequests()
    return try .json([ExchangeView]())
  }

  static let verifyRequests = ControlOperation(
    id: "verifyRequests", method: .post, path: "/verify",
    summary:
      "Whether so many requests came that look so; at least one, if no number is given. 409 if not, with what was seen.",
    body: Body(schema: Expectation.schema, example: ["call": "getMeetings", "exactly": 1]),
    answer: .view(VerdictView.self), refusals: [400, 413, 415], verdicts: [409]
  ) { call in
    let expectation = try ControlBody(call.body).read(.expectation)
    let verdict = VerdictView(expectation, call.server.simulator.exchanges)
    return try .json(verdict, status: verdict.verified ? .ok : .conflict)
  }
}

/// Which requests are meant; nil takes any.
struct ExchangePattern: Equatable {
  var call: APICall?
  var method: String?
  var messageKey: String?
  var state: String?
  var status: Int?
  var fault: String?
  var since = 0

  func matches(_ exchange: Exchange) -> Bool {
    exchange.sequence >= since && Self.agree(call, exchange.call) && Self.agree(method, exchange.method)
      && Self.agree(messageKey, exchange.messageKey) && Self.agree(state, exchange.state)
      && Self.agree(status, exchange.status) && Self.agree(fault, exchange.fault)
  }

  private static func agree<Value: Equatable>(_ wanted: Value?, _ found: Value?) -> Bool {
    wanted == nil || wanted == found
  }

  static func call(named name: String) throws(ControlError) -> APICall {
    if let call = APICall.allCases.first(where: { $0.publicName == name }) { return call }
    let near = NearestName.of(name, among: APICall.allCases.map(\.publicName))
    throw ControlError(
      status: 400, error: "there is no call '\(name.printable)'",
      fix: near.map { "did you mean '\($0)'?" } ?? "use a call's name such as getMeetings")
  }

  static func sequence(_ text: String) throws(ControlError) -> Int {
    if let number = Int(text), number >= 0 { return number }
    throw ControlError(
      status: 400, error: "'\(text.printable)' is no sequence number", fix: "give a whole number from 0")
  }
}

/// How many requests of a kind a test expects.
struct Expectation: Equatable {
  var pattern = ExchangePattern()
  var exactly: Int?
  var atLeast: Int?
  var atMost: Int?

  static let schema = JSONSchema.object(
    [:],
    optional: [
      "call": .choice(APICall.allCases.map(\.publicName)), "method": .text, "messageKey": .text,
      "state": .text.about("The value of the parameter."), "status": .integer,
      "fault": .text.about("The effect of a fault rule."),
      "since": .integer.about("A sequence number."), "exactly": .integer, "atLeast": .integer,
      "atMost": .integer,
    ])

  func isMet(by count: Int) -> Bool {
    if exactly == nil, atLeast == nil, atMost == nil { return count >= 1 }
    return exactly.map { $0 == count } ?? true && count >= atLeast ?? 0 && count <= atMost ?? .max
  }
}

extension Reading where Value == Expectation {
  static var expectation: Reading {
    Reading { field in
      field.mapping("an expectation") { m in
        var expectation = Expectation()
        expectation.pattern.call = m.optional("call", .call)
        expectation.pattern.method = m.optional("method", .name)
        expectation.pattern.messageKey = m.optional("messageKey", .name)
        expectation.pattern.state = m.optional("state", .text)
        expectation.pattern.status = m.optional("status", .number)
        expectation.pattern.fault = m.optional("fault", .name)
        expectation.pattern.since = m.optional("since", .number) ?? 0
        expectation.exactly = m.optional("exactly", .number)
        expectation.atLeast = m.optional("atLeast", .number)
        expectation.atMost = m.optional("atMost", .number)
        return expectation
      }
    }
  }
}

extension Reading where Value == Int {
  fileprivate static var number: Reading {
    scalar("a whole number from 0", fix: "write a whole number such as 1") { text in
      Int(text).flatMap { $0 >= 0 ? $0 : nil }
    }
  }
}

/// What became of an expectation.
struct VerdictView: ControlView {
  let verified: Bool
  /// How many requests were as expected.
  let seen: Int
  /// The latest of them, or of all when there is none.
  let requests: [ExchangeView]

  static let schema = JSONSchema.object([
    "verified": .flag, "seen": .integer, "requests": .list(of: ExchangeView.schema),
  ])

  private static let shown = 20

  init(_ expectation: Expectation, _ exchanges: [Exchange]) {
    let matching = exchanges.filter(expectation.pattern.matches)
    verified = expectation.isMet(by: matching.count)
    seen = matching.count
    requests = (matching.isEmpty ? exchanges : matching).suffix(Self.shown).map(ExchangeView.init)
  }
}

extension ControlCall {
  /// A parameter that does nothing is a slip of the pen.
  func refuseUnknownQueries(among known: [String]) throws(ControlError) {
    guard let name = queryNames.first(where: { !known.contains($0) }) else { return }
    let near = NearestName.of(name, among: known)
    throw ControlError(
      status: 400, error: "unknown parameter '\(name.printable)'",
      fix: near.map { "did you mean '\($0)'?" }
        ?? (known.isEmpty ? "leave it out" : "use \(known.joined(separator: " or "))"))
  }
}
