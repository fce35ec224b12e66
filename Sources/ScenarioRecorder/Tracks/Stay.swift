import BBBAPI

/// One entry among the attendees of a meeting over all polls that showed it.
struct Stay: Sendable {
  /// Tells people apart; never written.
  let userID: String
  let role: Role
  let clientType: String
  /// The first poll that showed it.
  let first: Int
  /// How the person was, poll by poll from ``first``.
  var observations: [Observation]

  /// How a person was at one poll.
  struct Observation: Sendable, Equatable {
    var audio: Audio
    var hasVideo: Bool
    var isPresenter: Bool

    init(_ person: SeenPerson) {
      (audio, hasVideo, isPresenter) = (person.audio, person.hasVideo, person.isPresenter)
    }

    /// Whether they may have left: the media servers report the end of audio and cameras at once (facts §4.6).
    var mayBeGone: Bool { audio == .none && !hasVideo }
  }

  init(_ person: SeenPerson, poll: Int) {
    (userID, role, clientType) = (person.userID, person.role, person.clientType)
    first = poll
    observations = [Observation(person)]
  }

  /// The last poll that showed it.
  var last: Int { first + observations.count - 1 }

  /// How the person was at a poll; nil when it did not show them.
  func observation(at poll: Int) -> Observation? {
    (first...last).contains(poll) ? observations[poll - first] : nil
  }
}
