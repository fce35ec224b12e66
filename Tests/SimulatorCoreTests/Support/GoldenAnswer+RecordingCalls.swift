import BBBAPI
import Determinism
import Scenarios
import SimulatorCore

extension GoldenAnswer {
  /// Asked at minute 60, when the recording of `algebra` is published; the last of the calls is the answer.
  private static func recording(
    _ name: String, _ call: APICall, _ parameters: KeyValuePairs<String, String>,
    after: @escaping @Sendable (Caller) -> Void = { _ in }
  ) -> GoldenAnswer {
    let pairs = parameters.map { Metadatum($0.key, $0.value) }
    return GoldenAnswer("\(call.rawValue)-\(name)", of: .golden, minute: 60) { caller in
      after(caller)
      return caller.raw(
        call.rawValue,
        SignedQuery.signed(call: call.rawValue, parameters: pairs, secret: Caller.secret))
    }
  }

  /// The recording of `algebra`.
  static let recordID = MeetingIdentifiers.internalMeetingID(
    meetingID: "algebra", createTime: Scenario.golden.starts.millisecondsSinceEpoch)

  static let publishRecordings = [
    recording("true", .publishRecordings, ["recordID": "nothing,\(recordID)", "publish": "TRUE"]),
    recording("escaped", .publishRecordings, ["recordID": recordID, "publish": "<&"]),
    recording("prefix", .publishRecordings, ["recordID": String(recordID.prefix(40)), "publish": "true"]),
    recording("missing-recordID", .publishRecordings, ["publish": "true"]),
    recording("missing-publish", .publishRecordings, ["recordID": recordID]),
    GoldenAnswer("publishRecordings-checksum-last") { $0.raw("publishRecordings", "checksum=bogus") },
    GoldenAnswer("publishRecordings-checksum") {
      $0.raw("publishRecordings", "recordID=x&publish=true&checksum=bogus")
    },
    recording("unpublished", .getRecordings, ["state": "unpublished", "meetingID": "algebra"]) {
      $0.call(.publishRecordings, ["recordID": recordID, "publish": "no"])
    },
  ]

  static let deleteRecordings = [
    recording("one", .deleteRecordings, ["recordID": recordID]),
    recording("missing-recordID", .deleteRecordings, [:]),
    recording("twice", .deleteRecordings, ["recordID": recordID]) {
      $0.call(.deleteRecordings, ["recordID": recordID])
    },
    recording("deleted", .getRecordings, ["state": "deleted", "meetingID": "algebra"]) {
      $0.call(.deleteRecordings, ["recordID": recordID])
    },
  ]

  static let updateRecordings = [
    recording("nothing", .updateRecordings, ["recordID": recordID]),
    recording("unknown", .updateRecordings, ["recordID": "nothing", "meta_a": "b"]),
    recording("missing-recordID", .updateRecordings, ["meta_a": "b"]),
    recording("updated", .getRecordings, ["meetingID": "algebra"]) {
      $0.call(
        .updateRecordings,
        ["recordID": recordID, "meta_Course": "", "meta_GL-Listed": "true", "meta_empty": "x"])
    },
  ]

  static let textTracks = [
    recording("unknown", .getRecordingTextTracks, ["recordID": "nothing"]),
    recording("missing-recordID", .getRecordingTextTracks, [:]),
    recording("listed", .getRecordingTextTracks, ["recordID": recordID]) { caller in
      caller.upload(["recordID": recordID, "kind": "captions", "lang": "en_US"], file: "WEBVTT\n")
      caller.upload(
        ["recordID": recordID, "kind": "subtitles", "lang": "de", "label": "Grüße"], file: "WEBVTT\n")
    },
    uploaded("success", ["recordID": recordID, "kind": "captions", "lang": "en"]),
    uploaded("missing-recordID", [:]), uploaded("unknown", ["recordID": "nothing"]),
    uploaded("missing-kind", ["recordID": recordID]),
    uploaded("wrong-kind", ["recordID": recordID, "kind": "lyrics", "lang": "en"]),
    uploaded("missing-lang", ["recordID": recordID, "kind": "captions"]),
    uploaded("wrong-lang", ["recordID": recordID, "kind": "captions", "lang": "en-US"]),
    uploaded("empty-file", ["recordID": recordID, "kind": "captions", "lang": "en"], file: ""),
    GoldenAnswer("putRecordingTextTrack-checksum-missing") {
      $0.raw("putRecordingTextTrack", "recordID=x", method: "POST")
    },
    GoldenAnswer("putRecordingTextTrack-checksum-wrong") {
      $0.raw("putRecordingTextTrack", "recordID=x&checksum=0", method: "POST")
    },
  ]

  private static func uploaded(
    _ name: String, _ parameters: KeyValuePairs<String, String>, file: String = "WEBVTT\n"
  ) -> GoldenAnswer {
    let pairs = parameters.map { Metadatum($0.key, $0.value) }
    return GoldenAnswer("putRecordingTextTrack-\(name)", of: .golden, minute: 60) { caller in
      caller.upload(pairs, file: file)
    }
  }

  static let hooks = [
    GoldenAnswer("hooks-ping") { $0.raw("hooks/ping", "") },
    GoldenAnswer("hooks-create") { $0.call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/cb?a=1&b=2"]) },
    GoldenAnswer("hooks-create-raw") {
      $0.call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/cb", "getRaw": "TRUE"])
    },
    GoldenAnswer("hooks-create-getRaw-nonsense") {
      $0.call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/cb", "getRaw": "yes"])
    },
    GoldenAnswer("hooks-create-duplicate") { caller in
      caller.call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/cb"])
      return caller.call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/cb", "meetingID": "m"])
    },
    GoldenAnswer("hooks-create-missing") { $0.call(.hooksCreate) },
    GoldenAnswer("hooks-list-empty") { $0.call(.hooksList) },
    GoldenAnswer("hooks-list") { $0.withHooks().call(.hooksList) },
    GoldenAnswer("hooks-list-meetingID") { $0.withHooks().call(.hooksList, ["meetingID": "room-2"]) },
    GoldenAnswer("hooks-destroy") { caller in
      let created = caller.call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/cb"])
      return caller.call(.hooksDestroy, ["hookID": created.element("hookID") ?? ""])
    },
    GoldenAnswer("hooks-destroy-unknown") { $0.call(.hooksDestroy, ["hookID": "nothing"]) },
    GoldenAnswer("hooks-destroy-missing") { $0.call(.hooksDestroy) },
    GoldenAnswer("hooks-checksum-missing") { $0.raw("hooks/list", "") },
    GoldenAnswer("hooks-checksum-wrong") {
      $0.raw("hooks/list", "checksum=\(String(repeating: "0", count: 40))")
    },
    GoldenAnswer("hooks-checksum-upper-case") {
      let query = SignedQuery.signed(call: "hooks/list", secret: Caller.secret)
      return $0.raw("hooks/list", "checksum=" + query.dropFirst("checksum=".count).uppercased())
    },
    GoldenAnswer("hooks-checksum-length") { $0.raw("hooks/list", "checksum=1234") },
  ]

  static let recordingCalls =
    publishRecordings + deleteRecordings + updateRecordings + textTracks + hooks
}

extension Caller {
  /// Sends a file as `putRecordingTextTrack` does.
  @discardableResult
  func upload(_ parameters: KeyValuePairs<String, String>, file: String) -> APIReply {
    upload(parameters.map { Metadatum($0.key, $0.value) }, file: file)
  }

  func upload(_ parameters: [Metadatum], file: String) -> APIReply {
    let call = APICall.putRecordingTextTrack.rawValue
    let query = SignedQuery.signed(call: call, parameters: parameters, secret: Caller.secret)
    let body = """
      --xyz\r
      Content-Disposition: form-data; name="file"; filename="a.vtt"\r
      Content-Type: text/vtt\r
      \r
      \(file)\r
      --xyz--\r

      """
    return send(
      APIRequest(
        method: "POST", path: call, query: RawQuery(query), contentType: "multipart/form-data; boundary=xyz",
        body: Array(body.utf8), serverURL: Caller.serverURL))
  }

  fileprivate func withHooks() -> Caller {
    call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/all"])
    call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/1", "meetingID": "room-1"])
    call(
      .hooksCreate,
      ["callbackURL": "http://127.0.0.1:9/]]>", "meetingID": "room-2", "eventID": "User-Joined,user-left"])
    return self
  }
}
