import BBBAPI
import TimelineEngine

extension Simulation {
  /// Brings presentations into a running meeting (facts §2.16).
  /// - Source: ApiController `insertDocument`.
  mutating func insertDocument(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    if let failure = violations.reported { return .failed(failure) }
    guard let meeting = meeting(parameters) else {
      let meetingID = parameters["meetingID"] ?? ""
      return .insertedDocuments(succeeded: false, message: "Meeting with id [\(meetingID)] not found.")
    }
    guard let body = request.modules else { return .page(status: 500) }
    guard !meeting.details.settings.disabledFeatures.contains("presentation") else {
      return .insertedDocuments(succeeded: false, message: "Presentation feature is disabled, ignoring.")
    }
    // bbb-web renders nothing when there is nothing to insert.
    guard let presentations = PresentationList(inserting: body) else { return .nothing }
    timeline.perform(
      .insertDocuments(
        internalMeetingID: meeting.details.internalMeetingID, presentations.documents))
    return .insertedDocuments(succeeded: true, message: "Presentation is being uploaded")
  }
}
