import BBBAPI
import Determinism
import SimulatorCore
import TimelineEngine

/// A backoffice call that sends something: once, and its answer waits for what the receiver says, as the mock's does.
struct BackofficeErrand {
  let server: SimulatedServer
  let parameters: QueryParameters

  /// Nil for a call that sends nothing.
  func answer(to call: BackofficeCall) async throws -> BackofficeAnswer? {
    switch call {
    case .sendRecordingReadyNotifications, .sendNotifications: try await announceRecordings()
    case .sendAllEvents where !["", "0"].contains(parameters["sendQuery"] ?? ""): try await sendEvents()
    default: nil
    }
  }

  /// Recordings whose receiver did not take the word stay as they are, and are told of the next time.
  private func announceRecordings() async throws -> BackofficeAnswer {
    let writer = await writer
    var told: [String] = []
    for recording in server.simulator.unannouncedRecordings(at: server.clock.now) {
      guard let notice = try await writer.notice(of: recording) else { continue }
      if await isTaken(notice) { told.append(recording.recordID) }
    }
    return server.simulator.announceRecordings(told, at: server.clock.now)
  }

  /// Nil for a meeting that is not there: that answer is the same whether anything is to be sent or not.
  private func sendEvents() async throws -> BackofficeAnswer? {
    guard let notice = server.simulator.engagementNotice(parameters, at: server.clock.now) else { return nil }
    let isTaken = await isTaken(try await writer.notice(of: notice))
    return .success(("error", .flag(!isTaken)))
  }

  /// Moodle says by `secret` by which one it checks the token.
  private var writer: CallbackWriter {
    get async {
      let secret = parameters["secret"] ?? ""
      return await CallbackWriter(secret: secret.isEmpty ? server.secret : SharedSecret(secret), domain: "")
    }
  }

  private func isTaken(_ callback: Callback) async -> Bool {
    let status = await server.deliver(callback)?.status
    return status == 200 || status == 202
  }
}

extension CallbackWriter {
  /// What the mock sends to `bn-recording-ready-url`, or to BBB's own address; nil without either.
  fileprivate func notice(of recording: Recording) async throws -> Callback? {
    let urls = ["bn-recording-ready-url", "bbb-recording-ready-url"].compactMap { key in
      recording.metadata.first { $0.key == key && !$0.value.isEmpty }?.value
    }
    guard let url = urls.first else { return nil }
    let query = "signed_parameters=\(try await token(of: recording))"
    return Callback(
      kind: .recordingReady, method: "GET", url: Self.adding(query, to: url.withoutEntities), intervals: [])
  }

  fileprivate func notice(of engagement: EngagementNotice) async throws -> Callback {
    var callback = try await analytics(engagement.data.json, to: engagement.url.withoutEntities)
    callback.intervals = []
    return callback
  }
}

extension String {
  /// The mock decodes HTML's entities in addresses.
  fileprivate var withoutEntities: String { replacing("&amp;", with: "&") }
}

extension BackofficeValue {
  /// As PHP's `json_encode` sees the same values.
  fileprivate var json: OrderedJSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .flag(let flag): .boolean(flag)
    case .fields(let fields): .object(fields.map { ($0.0, $0.1.json) })
    case .list(_, let values), .numbered(let values): .array(values.map(\.json))
    }
  }
}
