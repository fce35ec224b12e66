/// Something that a person did in a meeting, as Moodle's tests tell it: one count of its kind, or seconds of presence.
///
/// - Source: moodlehq/bigbluebutton_mock @17d8efd5, `Entity/Event.php`.
public struct EngagementEvent: Sendable, Equatable, Codable {
  /// The external ID of the person.
  public var userID: String
  /// `chats`, `talks`, `raisehand`, `emojis`, `poll_votes`, `talk_time`, `join`, `leaves`, or `attendance`.
  public var type: String
  /// The seconds of an `attendance`; of no use otherwise.
  public var data: String

  /// Names a person, what they did, and what belongs to it.
  public init(userID: String, type: String, data: String) {
    self.userID = userID
    self.type = type
    self.data = data
  }
}
