/// A call of moodlehq/bigbluebutton_mock by which Moodle's tests set the scene.
///
/// - Source: moodlehq/bigbluebutton_mock @17d8efd5, `BackOfficeController.php`.
public enum BackofficeCall: String, Sendable, CaseIterable {
  /// A meeting that runs, whoever is in it, until it is ended.
  case createMeeting
  /// A recording of a meeting.
  case createRecording
  /// The recordings, to look at.
  case recordings
  /// The meetings, to look at.
  case meetings
  /// Something that a person did.
  case addMeetingEvent
  /// What people did in a meeting, as the analytics callback has it.
  case sendAllEvents
  /// Tells of recordings of which nothing was told yet.
  case sendRecordingReadyNotifications
  /// The same by its old name.
  case sendNotifications
  /// A value by name; `checksum_algorithms` is the one that is known.
  case set
  /// Everything is gone.
  case reset
}

/// The answer of a backoffice call.
public struct BackofficeAnswer: Sendable, Equatable {
  /// The HTTP status; the mock answers what it can't find with 404, unlike BBB.
  public var status: Int
  /// The elements below `<response>`, without the `returncode`, which comes last.
  public var fields: [(String, BackofficeValue)]
  private let isSuccess: Bool

  private init(status: Int, fields: [(String, BackofficeValue)], isSuccess: Bool) {
    self.status = status
    self.fields = fields
    self.isSuccess = isSuccess
  }

  /// An answer with these elements.
  public static func success(_ fields: (String, BackofficeValue)...) -> Self {
    Self(status: 200, fields: fields, isSuccess: true)
  }

  /// What is not there.
  static func notFound(_ thing: String) -> Self {
    Self(
      status: 404, fields: [("messageKey", "notFound"), ("message", .text("We could not find \(thing)"))],
      isSuccess: false)
  }

  /// The document, as PHP's SimpleXML writes it.
  public var xml: String {
    let all = fields + [("returncode", isSuccess ? "SUCCESS" : "FAILED")]
    return "<?xml version=\"1.0\"?>\n\(BackofficeValue.fields(all).element("response"))\n"
  }

  /// Whether two answers are the same document with the same status.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.status == rhs.status && lhs.xml == rhs.xml }
}

/// Something in an answer of the backoffice.
public indirect enum BackofficeValue: Sendable, ExpressibleByStringLiteral {
  case text(String)
  /// A whole number.
  case number(Int64)
  /// PHP writes true as 1 and false as nothing.
  case flag(Bool)
  /// Elements by their names.
  case fields([(String, BackofficeValue)])
  /// Elements of one name.
  case list(of: String, [BackofficeValue])
  /// Elements that are named after their positions, as the mock names those of a plain array.
  case numbered([BackofficeValue])

  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }

  static func number(_ value: Int) -> Self { .number(Int64(value)) }

  func element(_ name: String) -> String {
    let content =
      switch self {
      case .text(let text): text.escaped
      case .number(let number): String(number)
      case .flag(let flag): flag ? "1" : ""
      case .fields(let fields): fields.map { $0.1.element($0.0) }.joined()
      case .list(let name, let values): values.map { $0.element(name) }.joined()
      case .numbered(let values): values.enumerated().map { $0.element.element("_\($0.offset)") }.joined()
      }
    return content.isEmpty ? "<\(name)/>" : "<\(name)>\(content)</\(name)>"
  }
}

extension String {
  /// Fit for XML; what XML 1.0 can't hold is left out.
  fileprivate var escaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\t", "\n", "\u{20}"..."\u{d7ff}", "\u{e000}"..."\u{fffd}", "\u{10000}"..."\u{10ffff}":
        text.unicodeScalars.append(scalar)
      default: break
      }
    }
  }
}
