import BBBAPI
import Scenarios
import SimulatorCore

extension GoldenAnswer {
  static let index = [
    GoldenAnswer("index") { $0.raw("", "") },
    GoldenAnswer("index-with-checksum") { $0.raw("", "checksum=0") },
    GoldenAnswer("index-json") {
      $0.send(APIRequest(path: "", contentType: "application/json", serverURL: Caller.serverURL))
    },
  ]

  static let create = [
    GoldenAnswer("create") { $0.call(.create, ["name": "Demo", "meetingID": "demo-1"]) },
    GoldenAnswer("create-everything") { caller in
      caller.call(
        .create,
        [
          "name": "Grüße & <Co>", "meetingID": "all", "attendeePW": "ap", "moderatorPW": "mp",
          "voiceBridge": "71234",
          "dialNumber": "+49 30 1", "duration": "90", "record": "TRUE", "maxParticipants": "7",
          "meta_Course": "x",
        ])
    },
    GoldenAnswer("create-duplicate") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
      caller.offset = .seconds(9)
      return caller.call(.create, ["name": "Other", "meetingID": "demo-1", "record": "true"])
    },
    GoldenAnswer("create-duplicate-same-passwords") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1", "attendeePW": "ap", "moderatorPW": "mp"])
      return caller.call(
        .create, ["name": "Demo", "meetingID": "demo-1", "attendeePW": "ap", "moderatorPW": "mp"])
    },
    GoldenAnswer("create-breakout") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1", "meta_course": "math"])
      return caller.call(
        .create,
        [
          "name": "Room", "meetingID": "0123456789-1", "isBreakout": "true", "parentMeetingID": "demo-1",
          "sequence": "2",
          "freeJoin": "true",
        ])
    },
  ]

  static let meetings = [
    GoldenAnswer("isMeetingRunning-true", of: .golden) {
      $0.call(.isMeetingRunning, ["meetingID": "algebra"])
    },
    GoldenAnswer("isMeetingRunning-false") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
      return caller.call(.isMeetingRunning, ["meetingID": "demo-1"])
    },
    GoldenAnswer("isMeetingRunning-unknown") { $0.call(.isMeetingRunning, ["meetingID": "nothing"]) },
    GoldenAnswer("isMeetingRunning-missing") { $0.call(.isMeetingRunning) },
    GoldenAnswer("isMeetingRunning-empty") { $0.call(.isMeetingRunning, ["meetingID": ""]) },
    GoldenAnswer("isMeetingRunning-comma") { $0.call(.isMeetingRunning, ["meetingID": "a,b"]) },
    GoldenAnswer("getMeetings-empty") { $0.call(.getMeetings) },
    GoldenAnswer("getMeetings-one", of: .golden, minute: 1) { $0.call(.getMeetings) },
    GoldenAnswer("getMeetings-left", of: .golden, minute: 2) { $0.call(.getMeetings) },
    GoldenAnswer("getMeetings-breakouts", of: .golden, minute: 12) { $0.call(.getMeetings) },
    GoldenAnswer("getMeetings-after-breakouts", of: .golden, minute: 40) { $0.call(.getMeetings) },
    GoldenAnswer("getMeetings-fresh") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
      return caller.call(.getMeetings)
    },
    GoldenAnswer("getMeetingInfo", of: .golden, minute: 1) {
      $0.call(.getMeetingInfo, ["meetingID": "algebra"])
    },
    GoldenAnswer("getMeetingInfo-parent", of: .golden, minute: 12) {
      $0.call(.getMeetingInfo, ["meetingID": "groups"])
    },
    GoldenAnswer("getMeetingInfo-breakout", of: .golden, minute: 12) { caller in
      let parent = caller.call(.getMeetingInfo, ["meetingID": "groups"])
      return caller.call(.getMeetingInfo, ["meetingID": parent.element("breakout") ?? ""])
    },
    GoldenAnswer("getMeetingInfo-customdata") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
      caller.call(
        .join,
        [
          "meetingID": "demo-1", "fullName": "Ann Lee", "role": "viewer", "userID": "ann",
          "userdata-bbb_auto_join_audio": "true", "userdata-a-b": "dropped",
        ])
      return caller.call(.getMeetingInfo, ["meetingID": "demo-1"])
    },
    GoldenAnswer("getMeetingInfo-notFound") { $0.call(.getMeetingInfo, ["meetingID": "nothing"]) },
    GoldenAnswer("getMeetingInfo-missing") { $0.call(.getMeetingInfo) },
  ]

  static let end = [
    GoldenAnswer("end") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
      return caller.call(.end, ["meetingID": "demo-1"])
    },
    GoldenAnswer("end-password") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1", "moderatorPW": "mp"])
      return caller.call(.end, ["meetingID": "demo-1", "password": "mp"])
    },
    GoldenAnswer("end-wrong-password") { caller in
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1", "attendeePW": "ap", "moderatorPW": "mp"])
      return caller.call(.end, ["meetingID": "demo-1", "password": "ap"])
    },
    GoldenAnswer("end-unknown") { $0.call(.end, ["meetingID": "nothing"]) },
    GoldenAnswer("end-missing") { $0.call(.end) },
  ]
}
