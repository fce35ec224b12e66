import BBBAPI

extension Simulation {
  /// What is wrong with the parameters of `create`, by themselves.
  /// - Source: facts §2.2, §3.3; bbb-common-web `CreateMeeting`.
  func violations(create parameters: QueryParameters) -> APIFailure? {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    if let name = parameters["name"], !name.isEmpty {
      violations.add(.meetingNameLength, if: !(2...256).contains(name.utf16.count))
    } else {
      violations.add(.meetingNameMissing)
    }
    violations.checkPassword(parameters["attendeePW"])
    violations.checkPassword(parameters["moderatorPW"])
    violations.checkInteger(parameters["voiceBridge"], .voiceBridgeNotIntegral)
    violations.checkBoolean(parameters["record"], .recordNotBoolean)
    violations.checkBoolean(parameters["isBreakoutRoom"], .breakoutRoomNotBoolean)
    if profile.checksSharedNotesEditor, let editor = parameters.text("sharedNotesEditor") {
      violations.add(.invalidSharedNotesEditor, if: !["etherpad", "blockNote"].contains(editor))
    }
    return violations.reported ?? (parameters.isAltered("meetingID") ? .meetingIDInvalid : nil)
  }

  /// What 2.6 and 2.7 make of `presentationUploadExternalUrl`, on any call that bbb-web validates (facts §3.3, §6.2).
  func presentationUploadURL(in parameters: QueryParameters) -> PresentationUploadURL {
    guard profile.presentationUploadURL != .ignored,
      let url = parameters.text("presentationUploadExternalUrl")
    else { return .passes }
    guard url.isWebURL else { return .fails }
    return profile.presentationUploadURL == .skipsChecks ? .skipsChecks : .passes
  }
}

/// What becomes of a request with a `presentationUploadExternalUrl`.
enum PresentationUploadURL {
  /// It is checked like any other request.
  case passes
  /// It is refused.
  case fails
  /// Nothing about it is checked any more.
  case skipsChecks
}

extension String {
  /// Whether it begins like a link of the Web and holds no blanks; Java's `URL` asks for little more.
  var isWebURL: Bool {
    let lowered = lowercased()
    guard let scheme = ["http://", "https://"].first(where: lowered.hasPrefix) else { return false }
    let rest = utf8.dropFirst(scheme.utf8.count)
    return !(rest.first.map { $0 == UInt8(ascii: "/") } ?? true) && !rest.contains { $0 <= 0x20 }
  }
}
