public import BBBAPI
public import TimelineEngine

/// Something that somebody makes happen now, in the words of a scenario's `timeline`.
public enum Intervention: Sendable, Equatable {
  /// A meeting is created as by `create` with these parameters, and people come.
  case create(parameters: [Metadatum], people: [Newcomer])
  /// Somebody comes.
  case join(meeting: String, Newcomer)
  /// Somebody who is there does something; `who` is a user ID or a full name.
  case change(meeting: String, who: String, PersonChange)
  /// Those who wait in the lobby are let in or sent away: one, or all when `who` is nil.
  case guests(meeting: String, who: String?, GuestStatus)
  /// A meeting ends.
  case end(meeting: String)
  /// The recording of that ID, or all recordings of that meeting, enter a state.
  case recording(String, RecordingState)

  /// Somebody who comes by an intervention.
  public struct Newcomer: Sendable, Equatable {
    /// The full name.
    public var name: String
    /// What they may do.
    public var role: Role
    /// As given to `join`; nil for one of the server's making.
    public var userID: String?
    /// How they hear and speak.
    public var audio = Audio.none
    /// How many camera streams they send.
    public var cameraStreams = 0

    /// Describes somebody who neither hears nor sends anything yet.
    public init(name: String, role: Role = .viewer, userID: String? = nil) {
      self.name = name
      self.role = role
      self.userID = userID
    }
  }
}

/// Why an intervention changed nothing.
public enum InterventionError: Error, Sendable, Equatable {
  /// No meeting that is on has this ID; with the IDs of those that are.
  case unknownMeeting(String, known: [String])
  /// Nobody online in the meeting has this name or ID; with the names of those who are there.
  case unknownPerson(String, meeting: String, known: [String])
  /// No recording has this ID, and no recorded meeting.
  case unknownRecording(String)
  /// What the API itself would have answered.
  case refused(APIFailure)
}
