public import BBBAPI

/// The answers of bbb-webhooks; on one line, without any white space between tags (facts §2.19).
extension Response {
  /// The answer of `hooks/create` to a new hook.
  public static func hookCreated(_ hook: Webhook) -> [UInt8] {
    line { text in
      text.element("hookID", hook.hookID)
      text.element("permanentHook", hook.isPermanent)
      text.element("rawData", hook.wantsRawData)
    }
  }

  /// The answer of `hooks/create` when a hook has the URL already.
  public static func hookExists(_ hook: Webhook) -> [UInt8] {
    line { text in
      text.element("hookID", hook.hookID)
      text.element("messageKey", "duplicateWarning")
      text.element("message", "There is already a hook for this callback URL.")
    }
  }

  /// The answer of `hooks/destroy`.
  public static func hookDestroyed() -> [UInt8] { line { $0.element("removed", true) } }

  /// The answer of `hooks/list`.
  public static func hooks(_ hooks: [Webhook]) -> [UInt8] {
    line { text in
      text.container("hooks") { text in
        for hook in hooks { text.hook(hook) }
      }
    }
  }

  /// A failed call of bbb-webhooks.
  public static func hookFailure(_ failure: APIFailure) -> [UInt8] {
    line("FAILED") { text in
      text.element("messageKey", failure.messageKey)
      text.element("message", failure.message)
    }
  }
}

extension RecordingsText {
  fileprivate mutating func hook(_ hook: Webhook) {
    container("hook") { text in
      text.element("hookID", hook.hookID)
      text.unescaped("callbackURL", hook.callbackURL)
      if let meetingID = hook.meetingID { text.unescaped("meetingID", meetingID) }
      if let eventIDs = hook.eventIDs { text.element("eventID", eventIDs.joined(separator: ",")) }
      text.element("permanentHook", hook.isPermanent)
      text.element("rawData", hook.wantsRawData)
    }
  }

  /// A value as a CDATA section; a `]]>` in it, which BBB would let end the section, is split over two.
  private mutating func unescaped(_ name: String, _ value: String) {
    let legal = String(String.UnicodeScalarView(value.unicodeScalars.filter(Self.isLegal)))
    raw("<\(name)><![CDATA[")
    raw(legal.split(separator: "]]>", omittingEmptySubsequences: false).joined(separator: "]]]]><![CDATA[>"))
    raw("]]></\(name)>")
  }

  /// Whether XML 1.0 allows the character.
  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\t"
      || scalar == "\n"
      || scalar == "\r"
  }
}
