import BBBAPI
import SimulatorCore

/// Bodies of `create` and `insertDocument`, and `sendChatMessage`.
extension GoldenAnswer {
  static let modules = """
    <?xml version="1.0" encoding="UTF-8"?>
    <modules><module name="presentation"><document url="https://x.test/a%20b.pdf?x=1&amp;y=2" current="true"/>\
    <document name="c.pdf">QUJD</document></module></modules>
    """

  private static func posted(_ name: String, _ contentType: String?, _ body: String) -> GoldenAnswer {
    GoldenAnswer("create-\(name)") {
      $0.post(.create, [("name", "Demo"), ("meetingID", "demo-1")], contentType, body)
    }
  }

  private static let multipart =
    "--B\r\nContent-Disposition: form-data; name=\"dialNumber\"\r\n\r\n+49 30 2\r\n--B--\r\n"

  static let bodies = [
    posted("modules", "application/xml", modules),
    posted("modules-text-xml", "Text/XML; charset=utf-8", modules),
    posted("modules-malformed", "application/xml", "<modules><module>"),
    posted("modules-doctype", "text/xml", "<!DOCTYPE m [<!ENTITY x \"y\">]><modules>&x;</modules>"),
    posted("form", "application/x-www-form-urlencoded", "dialNumber=%2B49+30+2&name=Ignored"),
    posted("multipart", "multipart/form-data; boundary=B", multipart),
    posted("multipart-broken", "multipart/form-data; boundary=B", "--B\r\nContent-Disp"),
    posted("body-without-type", nil, modules), posted("body-json", "application/json", "{}"),
    GoldenAnswer("create-presentationUploadExternalUrl") {
      $0.call(.create, ["name": "Demo", "meetingID": "x1", "presentationUploadExternalUrl": "no url"])
    },
    GoldenAnswer("create-sharedNotesEditor") {
      $0.call(.create, ["name": "Demo", "meetingID": "x1", "sharedNotesEditor": "word"])
    },
    GoldenAnswer("create-webVoice-taken") { caller in
      caller.createDemo([("webVoice", "71111")])
      return caller.call(
        .create, ["name": "Demo", "meetingID": "x1", "voiceBridge": "72222", "webVoice": "71111"])
    },
    GoldenAnswer("create-breakout-without-sequence") { caller in
      caller.createDemo()
      return caller.call(
        .create, ["name": "Room", "meetingID": "r1", "isBreakout": "true", "parentMeetingID": "demo-1"])
    },
  ]

  private static func inserted(
    _ name: String, _ body: String = modules, meetingID: String = "demo-1", create: [(String, String)] = []
  ) -> GoldenAnswer {
    GoldenAnswer(name) { caller in
      caller.createDemo(create)
      return caller.post(.insertDocument, [("meetingID", meetingID)], "application/xml", body)
    }
  }

  private static func sent(_ name: String, joins: Bool = true, _ parameters: [(String, String)])
    -> GoldenAnswer
  {
    GoldenAnswer(name) { caller in
      caller.createDemo()
      if joins { _ = caller.join("Ann") }
      return caller.signed(.sendChatMessage, parameters)
    }
  }

  static let documents = [
    inserted("insertDocument"), inserted("insertDocument-unknown", meetingID: "not <there>"),
    inserted("insertDocument-disabled", create: [("disabledFeatures", "polls,presentation")]),
    inserted("insertDocument-empty", ""), inserted("insertDocument-nothing", "<modules/>"),
    inserted("insertDocument-malformed", "<modules"),
    GoldenAnswer("insertDocument-missing") { $0.post(.insertDocument, [], "application/xml", modules) },
    GoldenAnswer("insertDocument-get") { $0.call(.insertDocument, ["meetingID": "demo-1"]) },
    GoldenAnswer("insertDocument-form") {
      $0.post(.insertDocument, [("meetingID", "demo-1")], "application/x-www-form-urlencoded", "a=b")
    },
    sent("sendChatMessage", [("meetingID", "demo-1"), ("message", "Hi")]),
    sent("sendChatMessage-not-running", joins: false, [("meetingID", "demo-1"), ("message", "Hi")]),
    sent("sendChatMessage-unknown", [("meetingID", "x1"), ("message", "Hi")]),
    sent("sendChatMessage-missing", [("meetingID", "demo-1")]),
    sent("sendChatMessage-long", [("meetingID", "demo-1"), ("message", String(repeating: "m", count: 501))]),
    sent(
      "sendChatMessage-long-name",
      [("meetingID", "demo-1"), ("message", "Hi"), ("userName", String(repeating: "n", count: 256))]),
    sent("sendChatMessage-missing-meetingID", [("message", "Hi")]),
  ]
}
