/// The identifiers that BBB derives; each can be computed from what the caller knows.
///
/// - Source: facts §4.2, §4.9.
public enum MeetingIdentifiers {
  /// The server's ID of a meeting, which is its recording's ID too.
  ///
  /// - Parameters:
  ///   - meetingID: the external ID, as the caller of `create` chose it.
  ///   - createTime: milliseconds since the epoch.
  /// - Returns: SHA-1 in hex, `-`, create time.
  public static func internalMeetingID(meetingID: String, createTime: Int64) -> String {
    "\(recordIDPrefix(meetingID: meetingID))-\(createTime)"
  }

  /// What every internal ID and record ID of an external ID begins with: 40 hex digits.
  public static func recordIDPrefix(meetingID: String) -> String {
    Checksum.sha1(meetingID)
  }

  /// The external ID that BBB gives a breakout room.
  ///
  /// - Parameters:
  ///   - parentInternalMeetingID: the internal ID of the parent meeting.
  ///   - createTime: milliseconds since the epoch.
  ///   - sequence: the room's number, from 1.
  /// - Returns: SHA-1 in hex, `-`, create time.
  public static func breakoutMeetingID(
    parentInternalMeetingID: String, createTime: Int64, sequence: Int
  ) -> String {
    "\(Checksum.sha1("\(parentInternalMeetingID)-\(createTime)-\(sequence)"))-\(createTime)"
  }
}
