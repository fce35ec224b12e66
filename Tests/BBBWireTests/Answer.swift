import BBBAPI
import BBBWire
import Testing

/// An answer that has a golden file.
struct Answer: Sendable, CustomTestStringConvertible {
  let path: String
  let bytes: [UInt8]

  var testDescription: String { path }

  static let all: [Answer] = Profile.all.flatMap { profile in
    (meetings(profile) + small(profile) + failures + recordings).map {
      Answer(path: "\(profile.name)/\($0.path).xml", bytes: $0.bytes)
    }
  }

  private static func meetings(_ profile: Profile) -> [Answer] {
    [
      Answer(
        path: "getMeetings",
        bytes: Response.getMeetings([Samples.lesson, Samples.breakout], profile: profile)),
      Answer(path: "getMeetings-empty", bytes: Response.getMeetings([], profile: profile)),
      Answer(path: "getMeetings-nasty", bytes: Response.getMeetings([Samples.nasty], profile: profile)),
      Answer(
        path: "getMeetings-large",
        bytes: Response.getMeetings([Samples.large, Samples.empty], profile: profile)),
      Answer(path: "getMeetingInfo", bytes: Response.getMeetingInfo(Samples.lesson, profile: profile)),
      Answer(path: "getMeetingInfo-nobody", bytes: Response.getMeetingInfo(Samples.empty, profile: profile)),
      Answer(path: "getMeetingInfo-nasty", bytes: Response.getMeetingInfo(Samples.nasty, profile: profile)),
      Answer(path: "getMeetingInfo-large", bytes: Response.getMeetingInfo(Samples.large, profile: profile)),
      Answer(
        path: "getMeetingInfo-breakout", bytes: Response.getMeetingInfo(Samples.breakout, profile: profile)),
    ]
  }

  private static func small(_ profile: Profile) -> [Answer] {
    [
      Answer(path: "index", bytes: Response.index(ServerInformation(host: "bbb.test"), profile: profile)),
      Answer(path: "create", bytes: Response.created(Samples.empty, duplicate: false)),
      Answer(path: "create-duplicate", bytes: Response.created(Samples.lesson, duplicate: true)),
      Answer(path: "create-breakout", bytes: Response.created(Samples.breakout, duplicate: false)),
      Answer(path: "join", bytes: Response.joined(Samples.session(.allow), profile: profile)),
      Answer(path: "join-guest", bytes: Response.joined(Samples.session(.wait), profile: profile)),
      Answer(path: "end", bytes: Response.ended()),
      Answer(path: "isMeetingRunning", bytes: Response.running(true)),
      Answer(path: "isMeetingRunning-false", bytes: Response.running(false)),
    ]
  }

  private static let failures = [
    Answer(path: "failure-notFound", bytes: Response.failure(.meetingNotFound)),
    Answer(path: "failure-idNotUnique", bytes: Response.failure(.idNotUnique)),
    Answer(path: "errors-nonUniqueVoiceBridge", bytes: Response.failures([.nonUniqueVoiceBridge])),
  ]

  private static let recordings = [
    Answer(path: "getRecordings", bytes: Response.recordings([Samples.recording])),
    Answer(
      path: "getRecordings-nasty", bytes: Response.recordings([Samples.nastyRecording, Samples.recording])),
    Answer(path: "getRecordings-empty", bytes: Response.recordings([])),
    Answer(
      path: "getRecordings-page",
      bytes: Response.recordings([Samples.recording, Samples.nastyRecording], totalElements: 1202)),
    Answer(path: "getRecordings-page-empty", bytes: Response.recordings([], totalElements: 0)),
    Answer(path: "getRecordings-notAll", bytes: Response.allRecordingsNotAllowed()),
  ]
}
