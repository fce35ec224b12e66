import BBBAPI
import SimulatorCore

/// Calls with a session token, and `getSessions`.
extension GoldenAnswer {
  private static let nobody = Browser(token: "unknowntoken0000", cookie: nil)

  /// Asked by somebody who has joined `demo-1`.
  private static func asked(
    _ name: String, _ call: APICall, role: String = "MODERATOR", create: [(String, String)] = [],
    _ more: [(String, String)] = []
  ) -> GoldenAnswer {
    GoldenAnswer(name) { caller in
      caller.createDemo(create)
      let browser = caller.join("Grüße Ann", role: role, [("userID", "ann")])
      caller.offset += .seconds(1)
      return caller.ask(call, browser, more)
    }
  }

  private static func refused(_ call: APICall) -> [GoldenAnswer] {
    [
      GoldenAnswer("\(call.rawValue)-missing-token") { $0.raw(call.rawValue, "") },
      GoldenAnswer("\(call.rawValue)-unknown-token") { $0.ask(call, nobody) },
      GoldenAnswer("\(call.rawValue)-other-browser") { caller in
        caller.createDemo()
        var browser = caller.join("Ann")
        browser.cookie = "OTHER"
        return caller.ask(call, browser)
      },
    ]
  }

  static let sessions =
    [
      GoldenAnswer("getSessions-empty") { $0.call(.getSessions) },
      GoldenAnswer("getSessions", of: .golden, minute: 12) { $0.call(.getSessions) },
      GoldenAnswer("getSessions-waiting") { caller in
        caller.createDemo([("guestPolicy", "ASK_MODERATOR")])
        _ = caller.join("Ann")
        _ = caller.join("Bo", role: "VIEWER", [("guest", "true")])
        return caller.call(.getSessions)
      },
      asked("stuns", .stuns), asked("signOut", .signOut),
      GoldenAnswer("signOut-unknown-token") { $0.ask(.signOut, nobody) },
      GoldenAnswer("getMeetingInfo-signed-out") { caller in
        caller.createDemo()
        let browser = caller.join("Ann")
        _ = caller.join("Bo", role: "VIEWER")
        _ = caller.ask(.signOut, browser)
        return caller.call(.getMeetingInfo, ["meetingID": "demo-1"])
      },
      asked("getJoinUrl", .getJoinUrl),
      asked(
        "getJoinUrl-everything", .getJoinUrl,
        [
          ("replaceSession", "true"), ("sessionName", "Second screen"),
          ("enforceLayout", "PRESENTATION_ONLY"),
          ("userdata-bbb_client_title", "A b"), ("userdata-a-b", "dropped"),
        ]),
      asked(
        "getJoinUrl-viewer", .getJoinUrl, role: "VIEWER",
        [("userdata-bbb_presenter_tools", "blocked"), ("userdata-bbb_client_title", "kept")]),
      asked("getJoinUrl-checksum-twice", .getJoinUrl, [("checksum", "1"), ("checksum", "2")]),
      asked("learningDashboard", .learningDashboard),
      asked("learningDashboard-viewer", .learningDashboard, role: "VIEWER"),
      asked(
        "learningDashboard-disabled", .learningDashboard, create: [("disabledFeatures", "learningDashboard")]),
      GoldenAnswer("feedback") { caller in
        caller.createDemo()
        let browser = caller.join("Ann")
        return caller.ask(.feedback, browser, [], method: "POST")
      },
      GoldenAnswer("stuns-without-session") { caller in
        caller.createDemo([("allowRequestsWithoutSession", "true")])
        return caller.ask(.stuns, Browser(token: caller.join("Ann").token, cookie: nil))
      },
    ] + refused(.stuns) + refused(.getJoinUrl) + refused(.learningDashboard)

  static let enter =
    [
      asked("enter", .enter),
      asked(
        "enter-everything", .enter,
        create: [
          ("welcome", "Hi <b>%%CONFNAME%%</b>, dial %%DIALNUM%% %%CONFNUM%% at %%SERVERURL%%"),
          ("moderatorOnlyMessage", "Psst"), ("bannerText", "Exam"), ("bannerColor", "#ff0000"),
          ("logo", "https://x.test/l.png"), ("copyright", "© X"), ("muteOnStart", "true"), ("record", "true"),
          ("meta_course", "math"), ("logoutURL", "https://x.test/bye?u=%%USERID%%"), ("voiceBridge", "71234"),
        ]),
      GoldenAnswer("enter-customdata") { caller in
        caller.createDemo()
        let browser = caller.join("Ann", [("userdata-bbb_x", "1"), ("avatarURL", "https://x.test/a.png")])
        return caller.ask(.enter, browser)
      },
      asked("guestWait-allowed", .guestWait),
      asked("guestWait-allowed-xml", .guestWait, [("redirect", "false")]),
    ] + refused(.enter) + refused(.guestWait)
}
