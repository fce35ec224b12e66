/// An answer of `getMeetings` that never comes to an end.
enum EndlessMeetings {
  static let beginning = Array("<response>\n<returncode>SUCCESS</returncode>\n<meetings>\n".utf8)

  /// What follows again and again: as many meetings as make a good packet.
  static let more = Array(String(repeating: meeting, count: 200).utf8)

  private static let meeting = """
    <meeting>
    <meetingName>And another</meetingName>
    <meetingID>and-another</meetingID>
    <participantCount>0</participantCount>
    <attendees>
    </attendees>
    </meeting>

    """
}
