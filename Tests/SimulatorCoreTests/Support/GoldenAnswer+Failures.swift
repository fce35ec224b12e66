import BBBAPI
import Scenarios
import SimulatorCore

extension GoldenAnswer {
  private static func created(
    _ name: String, _ parameters: KeyValuePairs<String, String>
  ) -> GoldenAnswer {
    let pairs = parameters.map { Metadatum($0.key, $0.value) }
    return GoldenAnswer("create-\(name)") { caller in
      caller.call(
        .create,
        [
          "name": "Demo", "meetingID": "demo-1", "attendeePW": "ap", "moderatorPW": "mp",
          "voiceBridge": "70001",
        ])
      return caller.raw(
        "create", SignedQuery.signed(call: "create", parameters: pairs, secret: Caller.secret))
    }
  }

  static let createFailures = [
    created("missing-meetingID", ["name": "Demo"]), created("missing-name", ["meetingID": "x1"]),
    created("empty-name", ["name": "", "meetingID": "x1"]),
    created("short-name", ["name": "D", "meetingID": "x1"]),
    created("long-name", ["name": String(repeating: "n", count: 257), "meetingID": "x1"]),
    created("short-meetingID", ["name": "Demo", "meetingID": "x"]),
    created("long-meetingID", ["name": "Demo", "meetingID": String(repeating: "x", count: 257)]),
    created("comma", ["name": "Demo", "meetingID": "a,b"]),
    created("altered", ["name": "Demo", "meetingID": " x1"]),
    created("short-password", ["name": "Demo", "meetingID": "x1", "attendeePW": "p"]),
    created(
      "long-password", ["name": "Demo", "meetingID": "x1", "moderatorPW": String(repeating: "p", count: 65)]),
    created("voiceBridge-not-integral", ["name": "Demo", "meetingID": "x1", "voiceBridge": "7x"]),
    created("record-not-boolean", ["name": "Demo", "meetingID": "x1", "record": "yes"]),
    created("isBreakoutRoom-not-boolean", ["name": "Demo", "meetingID": "x1", "isBreakoutRoom": "1"]),
    created("idNotUnique", ["name": "Demo", "meetingID": "demo-1", "attendeePW": "zz", "moderatorPW": "mp"]),
    created("idNotUnique-one-password", ["name": "Demo", "meetingID": "demo-1", "moderatorPW": "mp"]),
    created("nonUniqueVoiceBridge", ["name": "Demo", "meetingID": "x1", "voiceBridge": "70001"]),
    created("parent-missing", ["name": "Room", "meetingID": "r1", "isBreakout": "true", "sequence": "1"]),
    created(
      "parent-unknown",
      [
        "name": "Room", "meetingID": "r1", "isBreakout": "true", "parentMeetingID": "nothing",
        "sequence": "1",
      ]),
  ]

  private static func joined(
    _ name: String, _ parameters: KeyValuePairs<String, String>, visitors: Int = 0
  ) -> GoldenAnswer {
    let pairs = parameters.map { Metadatum($0.key, $0.value) }
    return GoldenAnswer("join-\(name)") { caller in
      caller.call(
        .create,
        [
          "name": "Demo", "meetingID": "demo-1", "attendeePW": "ap", "moderatorPW": "mp",
          "maxParticipants": "2",
        ])
      for visitor in 0..<visitors {
        caller.call(
          .join, ["meetingID": "demo-1", "fullName": "V", "role": "VIEWER", "userID": "v\(visitor)"])
      }
      return caller.raw("join", SignedQuery.signed(call: "join", parameters: pairs, secret: Caller.secret))
    }
  }

  static let join = [
    joined("redirect", ["meetingID": "demo-1", "fullName": "Ann Lee", "role": "MODERATOR"]),
    joined("xml", ["meetingID": "demo-1", "fullName": "Ann Lee", "role": "viewer", "redirect": "false"]),
    joined(
      "moderator-password", ["meetingID": "demo-1", "fullName": "Ann", "password": "mp", "redirect": "FALSE"]),
    joined(
      "attendee-password", ["meetingID": "demo-1", "fullName": "Ann", "password": "ap", "redirect": "no"]),
    joined(
      "role-wins",
      ["meetingID": "demo-1", "fullName": "Ann", "password": "wrong", "role": "VIEWER", "redirect": "false"]),
    joined(
      "createTime",
      ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER", "createTime": "1735689600123"]),
    joined(
      "known-user-when-full", ["meetingID": "demo-1", "fullName": "V", "role": "VIEWER", "userID": "v0"],
      visitors: 2),
  ]

  static let joinFailures = [
    joined("unknown-meeting", ["meetingID": "nothing", "fullName": "Ann", "role": "VIEWER"]),
    joined(
      "unknown-meeting-xml",
      ["meetingID": "nothing", "fullName": "Ann", "role": "VIEWER", "redirect": "false"]),
    joined("missing-meetingID", ["fullName": "Ann", "role": "VIEWER"]),
    joined("missing-fullName", ["meetingID": "demo-1", "role": "VIEWER"]),
    joined("empty-fullName", ["meetingID": "demo-1", "fullName": " ", "role": "VIEWER"]),
    joined("missing-role", ["meetingID": "demo-1", "fullName": "Ann"]),
    joined("unknown-role", ["meetingID": "demo-1", "fullName": "Ann", "role": "king"]),
    joined("wrong-password", ["meetingID": "demo-1", "fullName": "Ann", "password": "zz"]),
    joined("short-password", ["meetingID": "demo-1", "fullName": "Ann", "password": "z"]),
    joined(
      "guest-not-boolean", ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER", "guest": "perhaps"]),
    joined(
      "auth-not-boolean", ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER", "auth": "perhaps"]),
    joined(
      "createTime-not-integral",
      ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER", "createTime": "now"]),
    joined(
      "createTime-mismatch", ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER", "createTime": "1"]),
    joined(
      "createTime-mismatch-xml",
      ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER", "createTime": "1", "redirect": "false"]),
    joined("full", ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER"], visitors: 2),
    joined(
      "full-xml", ["meetingID": "demo-1", "fullName": "Ann", "role": "VIEWER", "redirect": "false"],
      visitors: 2),
    joined(
      "error-to-logoutURL",
      ["meetingID": "demo-1", "role": "VIEWER", "logoutURL": "https://lms.test/?a=1#top"]),
    joined(
      "error-to-errorRedirectUrl",
      [
        "meetingID": "demo-1", "role": "VIEWER", "logoutURL": "https://lms.test/",
        "errorRedirectUrl": "https://err.test/ü?x=\"1\"",
      ]),
    GoldenAnswer("join-checksum-wrong") {
      $0.raw("join", "meetingID=demo-1&checksum=\(String(repeating: "0", count: 40))")
    },
  ]

  private static let zeros = String(repeating: "0", count: 40)

  static let refusals = [
    GoldenAnswer("checksum-missing") { $0.raw("getMeetings", "") },
    GoldenAnswer("checksum-empty") { $0.raw("create", "name=Demo&meetingID=demo-1&checksum=") },
    GoldenAnswer("checksum-wrong") { $0.raw("getMeetings", "checksum=\(zeros)") },
    GoldenAnswer("checksum-wrong-comes-first") { $0.raw("create", "meetingID=,&checksum=\(zeros)") },
    GoldenAnswer("checksum-odd-length") { $0.raw("getMeetings", "checksum=1234") },
    GoldenAnswer("checksum-twice") {
      $0.raw(
        "getMeetings", SignedQuery.signed(call: "getMeetings", secret: Caller.secret) + "&checksum=\(zeros)")
    },
    GoldenAnswer("checksum-wrong-getRecordings") { $0.raw("getRecordings", "checksum=\(zeros)") },
    GoldenAnswer("checksum-missing-getRecordings") { $0.raw("getRecordings", "") },
    GoldenAnswer("404") { $0.raw("getMeeting", "") },
    GoldenAnswer("404-case") { $0.raw("getmeetings", "") },
    GoldenAnswer("405-join") { $0.raw("join", "", method: "POST") },
    GoldenAnswer("405-delete") { $0.raw("getMeetings", "", method: "DELETE") },
    GoldenAnswer("content-type-missing") { caller in
      var request = APIRequest.signed(.getMeetings)
      (request.method, request.body) = ("POST", Array("a=b".utf8))
      return caller.send(request)
    },
    GoldenAnswer("content-type-json") { caller in
      var request = APIRequest.signed(.create, ["name": "Demo", "meetingID": "demo-1"])
      (request.method, request.contentType, request.body) = ("POST", "application/json", Array("{}".utf8))
      return caller.send(request)
    },
  ]
}
