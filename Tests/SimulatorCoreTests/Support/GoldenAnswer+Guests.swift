import BBBAPI
import SimulatorCore
import TimelineEngine

/// Guest policies (facts §4.8).
extension GoldenAnswer {
  private static func joined(
    _ name: String, policy: String, _ parameters: [(String, String)]
  ) -> GoldenAnswer {
    GoldenAnswer("join-\(name)") { caller in
      caller.createDemo([("guestPolicy", policy)])
      return caller.signed(.join, [("meetingID", "demo-1"), ("fullName", "Gus")] + parameters)
    }
  }

  /// A guest who waits, and what a moderator decides about them.
  private static func waiting(_ name: String, _ decision: GuestStatus?) -> GoldenAnswer {
    GoldenAnswer("guestWait-\(name)") { caller in
      let created = caller.createDemo([("guestPolicy", "ASK_MODERATOR")])
      _ = caller.join("Early", role: "VIEWER", [("guest", "true")])
      let guest = caller.join("Gus", role: "VIEWER", [("guest", "true")])
      if let decision {
        caller.simulator.perform(
          .guestDecision(
            internalMeetingID: created.element("internalMeetingID") ?? "", guest: "Gus", decision),
          at: caller.now)
      }
      return caller.ask(.guestWait, guest, [("redirect", "false")])
    }
  }

  static let guests = [
    joined("guest-waits", policy: "ASK_MODERATOR", [("role", "VIEWER"), ("guest", "true")]),
    joined(
      "guest-waits-xml", policy: "ASK_MODERATOR",
      [("role", "VIEWER"), ("guest", "true"), ("redirect", "false")]),
    joined("viewer-waits", policy: "ASK_MODERATOR", [("role", "VIEWER"), ("redirect", "false")]),
    joined(
      "guest-false", policy: "ASK_MODERATOR", [("role", "VIEWER"), ("guest", "false"), ("redirect", "false")]),
    joined("moderator-enters", policy: "ALWAYS_DENY", [("role", "MODERATOR"), ("redirect", "false")]),
    joined("guest-denied", policy: "ALWAYS_DENY", [("role", "VIEWER")]),
    joined("guest-denied-xml", policy: "ALWAYS_DENY", [("role", "VIEWER"), ("redirect", "false")]),
    joined("policy-unknown", policy: "MAYBE", [("role", "VIEWER")]),
    joined(
      "auth-waits-only-guests", policy: "ALWAYS_ACCEPT_AUTH", [("role", "VIEWER"), ("redirect", "false")]),
    joined(
      "auth-guest-waits", policy: "ALWAYS_ACCEPT_AUTH",
      [("role", "VIEWER"), ("guest", "true"), ("redirect", "false")]),
    waiting("waiting", nil), waiting("accepted", .allow), waiting("denied", .deny),
    GoldenAnswer("getMeetingInfo-waiting") { caller in
      caller.createDemo([("guestPolicy", "ASK_MODERATOR")])
      _ = caller.join("Gus", role: "VIEWER", [("guest", "true")])
      return caller.call(.getMeetingInfo, ["meetingID": "demo-1"])
    },
    GoldenAnswer("join-existing-user") { caller in
      caller.createDemo()
      let user = caller.signed(
        .join, [("meetingID", "demo-1"), ("fullName", "Ann"), ("role", "VIEWER"), ("redirect", "false")])
      let again = [("existingUserID", user.element("user_id") ?? ""), ("redirect", "false")]
      return caller.signed(.join, [("meetingID", "demo-1"), ("fullName", "Ann"), ("role", "VIEWER")] + again)
    },
    GoldenAnswer("join-existing-user-unknown") { caller in
      caller.createDemo()
      return caller.signed(
        .join,
        [("meetingID", "demo-1"), ("fullName", "Ann"), ("role", "VIEWER"), ("existingUserID", "w_nobody")])
    },
    GoldenAnswer("join-bot-in-full-meeting") { caller in
      caller.createDemo([("maxParticipants", "1")])
      _ = caller.join("Ann")
      return caller.signed(
        .join,
        [
          ("meetingID", "demo-1"), ("fullName", "Bot"), ("role", "VIEWER"), ("bot", "true"),
          ("redirect", "false"),
        ])
    },
  ]
}
