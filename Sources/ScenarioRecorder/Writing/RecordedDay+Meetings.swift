import BBBAPI
import Determinism

extension RecordedDay {
  /// Writes an entry of `meetings`, and what happens to the people in it.
  mutating func write(meeting index: Int) {
    let (track, span) = (recorder.meetings[index], spans[index])
    let number = numbers[index] ?? 0
    var lines = ["- id: meeting-\(number)", "  name: Meeting \(number)"]
    lines += ["  at: \(span.opens.scenarioText)", "  lasts: \((span.ends - span.opens).scenarioText)"]
    lines += options(of: track, span).map { "  " + $0 }
    let scripts = scripts(of: track, span)
    if !scripts.isEmpty { lines.append("  people:") }
    let returning = Dictionary(grouping: scripts.map(\.stay.userID)) { $0 }.filter { $0.value.count > 1 }
    var visits: [String: Int] = [:]
    for script in scripts {
      let user = people.word(for: "\(number) \(script.stay.userID)")
      let visit = visits[user, default: 0] + 1
      visits[user] = visit
      let name = visit == 1 ? user : "\(user)-again-\(visit - 1)"
      let userID = returning[script.stay.userID] == nil ? nil : user
      lines.append("    - { \(person(script, name: name, userID: userID)) }")
      for (at, change) in script.events {
        timeline.append((at, change.text(meeting: "meeting-\(number)", who: name)))
      }
    }
    if let line = pipeline(of: index, hadPeople: !scripts.isEmpty) { lines.append("  " + line) }
    meetings.append(lines.joined(separator: "\n"))
  }

  private func scripts(of track: MeetingTrack, _ span: MeetingSpan) -> [PersonScript] {
    let presence = Presence(of: track)
    return zip(track.stays, presence.states).compactMap { PersonScript($0, $1, span) }
  }

  private mutating func options(of track: MeetingTrack, _ span: MeetingSpan) -> [String] {
    let facts = track.facts
    var lines: [String] = []
    if facts.isRecorded { lines.append("record: true") }
    // A limit that the server itself did not keep would end the meeting too early.
    let limit = Duration.seconds(60 * min(facts.durationInMinutes, 100_000))
    if limit > .zero, span.opens + limit > recorder.offsets[span.last] {
      lines.append("duration: \(limit.scenarioText)")
    }
    if facts.maxUsers > 0 { lines.append("maxParticipants: \(facts.maxUsers)") }
    if let origin = origin(of: facts) { lines.append(origin) }
    if let room = facts.room.flatMap({ place(of: $0, span) }) { lines.append(room) }
    return lines
  }

  private mutating func origin(of facts: SeenMeeting) -> String? {
    let server = facts.originServer.map { "server: \(servers.word(for: $0))" }
    let name = facts.originName.map { name in
      "name: \(KnownWords.known(name, among: KnownWords.products) ?? systems.word(for: name))"
    }
    let parts = [server, name].compactMap(\.self)
    return parts.isEmpty ? nil : "origin: { \(parts.joined(separator: ", ")) }"
  }

  /// Nil for a room whose parent was not there when it opened; it is an ordinary meeting then.
  private func place(of room: SeenMeeting.Room, _ span: MeetingSpan) -> String? {
    guard let parent = room.parentID.flatMap({ tracks[$0] }), recorder.meetings[parent].facts.room == nil,
      spans[parent].opens <= span.opens, span.opens < spans[parent].ends
    else { return nil }
    let number = min(max(1, room.sequence), 1000)
    let choice = room.freeJoin ? ", freeJoin: true" : ""
    return "breakout: { of: \(id(of: parent)), sequence: \(number)\(choice) }"
  }

  private mutating func person(_ script: PersonScript, name: String, userID: String?) -> String {
    var parts = ["name: \(name)"]
    if let userID { parts.append("userID: \(userID)") }
    let client = script.stay.clientType
    let known = KnownWords.known(client, among: KnownWords.clients) ?? clients.word(for: client)
    if !script.isTelephone { parts.append("role: \(script.stay.role.word)") }
    if known != ClientType.html5.rawValue { parts.append("client: \(known)") }
    parts.append("joins: \((script.joins - script.meeting.opens).scenarioText)")
    if let leaves = script.leaves { parts.append("leaves: \((leaves - script.meeting.opens).scenarioText)") }
    if !script.isTelephone, script.initial.audio == .microphone { parts.append("microphone: true") }
    if !script.isTelephone, script.initial.audio == .listening { parts.append("listening: true") }
    if script.initial.cameraStreams > 0 { parts.append("camera: \(script.initial.cameraStreams)") }
    return parts.joined(separator: ", ")
  }
}

extension Role {
  /// The word that scenarios have for it.
  fileprivate var word: String {
    switch self {
    case .moderator: "moderator"
    case .viewer: "viewer"
    case .dialInUser: "dial-in"
    }
  }
}

extension PersonScript.Change {
  /// The entry of `timeline` behind its moment.
  fileprivate func text(meeting: String, who: String) -> String {
    let person = "meeting: \(meeting), who: \(who)"
    return switch self {
    case .leave: "leave: { \(person) }"
    case .join: "join: { \(person) }"
    case .microphone(let on): "microphone: { \(person), on: \(on) }"
    case .listen(let on): "listen: { \(person), on: \(on) }"
    case .camera(let streams): "camera: { \(person), streams: \(streams) }"
    }
  }
}
