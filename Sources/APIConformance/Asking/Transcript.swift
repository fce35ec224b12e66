import BBBAPI
import ConformanceKit
import NIOHTTP1

/// A request with its answer, to be shown when a check fails.
///
/// Secrets go before the text is cut: half a secret is not recognised by anybody.
struct Transcript: Sendable {
  /// The most of an answer that is looked at.
  private static let longestPrefix = 16 << 10
  /// The most that is shown of it.
  private static let longestText = 8 << 10

  let place: String
  private let request: String
  private var status = "no answer"
  private var headers: [String] = []
  private var body: [UInt8] = []
  private var bodyLength = 0

  init(place: String, question: Question, target: String) {
    self.place = place
    let head = ["\(question.method.rawValue) \(target)"]
    let type = question.contentType.map { ["Content-Type: \($0)"] } ?? []
    request = (head + type + (question.body.isEmpty ? [] : ["", question.body])).joined(separator: "\n")
  }

  /// Puts the answer beside the request.
  mutating func complete(_ answer: Answer) {
    status = "status \(answer.status)"
    headers = answer.headers.filter { Self.shownHeaders.contains($0.name.lowercased()) }
      .map { "\($0.name): \($0.value)" }
    body = Array(answer.body.prefix(Self.longestPrefix))
    bodyLength = answer.body.count
  }

  /// The headers that the rules look at.
  private static let shownHeaders: Set = [
    "content-type", "location", "cache-control", "set-cookie", "allow",
  ]

  /// The text for a report, without secrets and without what belongs to other people.
  func exhibit(_ redactor: Redactor, _ ownIDs: Set<String>) -> Exhibit {
    let shown = redactor.redacted(
      ForeignEntries.masked(String(decoding: body, as: UTF8.self), except: ownIDs))
    let cut = String(decoding: shown.utf8.prefix(Self.longestText), as: UTF8.self)
    let text = [
      redactor.redacted(request), "", redactor.redacted(([status] + headers).joined(separator: "\n")), "",
      cut,
    ]
    // Masking changes the length, so that what is missing is told by what came.
    let isWhole = shown.utf8.count <= Self.longestText && bodyLength == body.count
    return Exhibit(
      place, text.joined(separator: "\n"),
      omittedBytes: isWhole ? 0 : max(1, bodyLength - Self.longestText))
  }
}
