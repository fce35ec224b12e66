import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// Creates a meeting, or finds the one that the caller means.
  /// - Source: facts §2.2, §4.1; ApiController `create`.
  mutating func create(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    if let failure = violations(create: parameters) { return .failed(failure) }
    guard let meetingID = parameters["meetingID"] else { return .failed(.meetingIDMissing) }
    let isBreakout = parameters.flag("isBreakout")
    if isBreakout {
      if let failure = missingParent(parameters) { return .failed(failure) }
      // bbb-web parses the number without a net, and the exception becomes an error page.
      guard parameters.number("sequence") != nil else { return .page(status: 500) }
    }
    guard let body = request.modules else { return .page(status: 500) }
    if let existing = existing(meetingID, isBreakout: isBreakout) { return recreate(existing, parameters) }
    var details = MeetingDetails(creating: parameters, at: createTime(for: meetingID), from: commandStream)
    guard settleVoiceBridges(&details, asked: parameters) else {
      return .failedTogether([.nonUniqueVoiceBridge])
    }
    if isBreakout { details.becomeBreakout(parameters, parent: parent(parameters)) }
    details.settle(parameters, body, profile, serverURL: request.serverURL)
    return perform(details, body, parameters)
  }

  private mutating func perform(
    _ details: MeetingDetails, _ body: ModulesDocument, _ parameters: QueryParameters
  ) -> Answer {
    let takesDocuments = !details.settings.disabledFeatures.contains("presentation")
    let documents = takesDocuments ? PresentationList(creating: parameters, body).documents : []
    timeline.perform(.create(details, records: details.isRecorded, documents: documents))
    return world.meeting(matching: details.internalMeetingID).map { .created($0, isDuplicate: false) }
      ?? .failed(.unexpectedError)
  }

  /// Now, or a millisecond later when a meeting or a recording has the ID that would follow from now.
  ///
  /// On a clock that stands still a meeting may end and come again at one instant, which no real server sees.
  func createTime(for meetingID: String) -> SimulatedInstant {
    var instant = world.instant
    while world.isInternalIDTaken(
      MeetingIdentifiers.internalMeetingID(meetingID: meetingID, createTime: instant.millisecondsSinceEpoch))
    {
      instant = instant.advanced(by: .milliseconds(1))
    }
    return instant
  }

  private func existing(_ meetingID: String, isBreakout: Bool) -> Meeting? {
    isBreakout ? world.meeting(withInternalPrefix: meetingID) : world.meeting(withExternalID: meetingID)
  }

  /// Only the two passwords are compared; nothing of the living meeting changes (facts §4.1).
  private func recreate(_ existing: Meeting, _ parameters: QueryParameters) -> Answer {
    let attendeePW = parameters["attendeePW"] ?? ""
    let moderatorPW = parameters["moderatorPW"] ?? ""
    let isSilent = profile.recreatesWithoutPasswords && attendeePW.isEmpty && moderatorPW.isEmpty
    let isSame =
      attendeePW.hasSameBytes(as: existing.details.attendeePW)
      && moderatorPW.hasSameBytes(as: existing.details.moderatorPW)
    return isSilent || isSame ? .created(existing, isDuplicate: true) : .failed(.idNotUnique)
  }

  /// Ten tries for a free number, as bbb-web does; numbers that the caller chose are taken or refused.
  private func settleVoiceBridges(_ details: inout MeetingDetails, asked: QueryParameters) -> Bool {
    if asked.text("voiceBridge") == nil {
      var random = commandStream.child("voiceBridge").stream
      for _ in 1...10 where world.isVoiceBridgeTaken(details.voiceBridge) {
        details.voiceBridge = .voiceBridge(&random)
      }
    }
    details.settings.webVoice = asked.text("webVoice") ?? details.voiceBridge
    return !world.isVoiceBridgeTaken(details.voiceBridge) && !world.isWebVoiceTaken(details.settings.webVoice)
  }

  private func missingParent(_ parameters: QueryParameters) -> APIFailure? {
    guard let parentID = parameters["parentMeetingID"], !parentID.isEmpty else {
      return profile.parentMeetingIDMissing
    }
    return parent(parameters) == nil ? .parentMeetingDoesNotExist : nil
  }

  private func parent(_ parameters: QueryParameters) -> Meeting? {
    parameters["parentMeetingID"].flatMap { world.meeting(matching: $0) }
  }
}
