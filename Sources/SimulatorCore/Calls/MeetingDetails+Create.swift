import BBBAPI
import Determinism

extension MeetingDetails {
  /// What the parameters of a valid `create` call ask for; what they leave open comes from the stream.
  /// - Source: facts §2.2 for the defaults, §4.2 for generated values.
  init(creating parameters: QueryParameters, at instant: SimulatedInstant, from stream: StreamKey) {
    var random = stream.stream
    let meetingID = parameters["meetingID"] ?? ""
    let createTime = instant.millisecondsSinceEpoch
    self.init(
      name: parameters["name"] ?? "", meetingID: meetingID,
      internalMeetingID: MeetingIdentifiers.internalMeetingID(meetingID: meetingID, createTime: createTime),
      createTime: createTime, voiceBridge: parameters.text("voiceBridge") ?? .voiceBridge(&random),
      attendeePW: parameters.text("attendeePW") ?? random.nextMixedCaseAlphanumerics(8),
      moderatorPW: parameters.text("moderatorPW") ?? random.nextMixedCaseAlphanumerics(8))
    dialNumber = parameters.text("dialNumber") ?? dialNumber
    durationInMinutes = parameters.number("duration") ?? durationInMinutes
    maxUsers = parameters.number("maxParticipants") ?? maxUsers
    isRecorded = parameters.flag("record")
    expireIfNoUserJoinedInMinutes =
      parameters.number("meetingExpireIfNoUserJoinedInMinutes") ?? expireIfNoUserJoinedInMinutes
    expireWhenLastUserLeftInMinutes =
      parameters.number("meetingExpireWhenLastUserLeftInMinutes") ?? expireWhenLastUserLeftInMinutes
    metadata = parameters.metadata
  }

  /// A room that a caller creates: its internal ID is the one given, its external ID follows from that and the parent.
  ///
  /// Bridge and metadata are the call's own: only for rooms that it opens itself does the server copy the parent's.
  /// - Source: facts §4.9; ParamsProcessorUtil `processCreateParams`, MeetingService `processCreateBreakoutRoom`.
  mutating func becomeBreakout(_ parameters: QueryParameters, parent: Meeting?) {
    guard let parent else { return }
    let sequence = parameters.number("sequence") ?? 1
    internalMeetingID = meetingID
    let timestamp = meetingID.split(separator: "-", maxSplits: 1).last.flatMap { Int64($0) } ?? createTime
    meetingID = MeetingIdentifiers.breakoutMeetingID(
      parentInternalMeetingID: parent.details.internalMeetingID, createTime: timestamp, sequence: sequence)
    breakout = Breakout(
      parentMeetingID: parent.details.internalMeetingID, sequence: sequence,
      freeJoin: parameters.flag("freeJoin"))
  }
}

extension String {
  /// Five random digits, the first not 0 (facts §2.2, §4.2).
  static func voiceBridge(_ random: inout RandomStream) -> String {
    String(10_000 + random.nextInteger(below: 90_000))
  }
}

extension QueryParameters {
  /// The text of a parameter that is there and not empty.
  func text(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Java's `parseBoolean`: `true` in any case is true, everything else false (facts §0); the default without a text.
  func flag(_ name: String, default standard: Bool = false) -> Bool {
    text(name).map { $0.lowercased() == "true" } ?? standard
  }

  /// A number that Java's `Integer` holds; nil for anything else, which leaves the default in force.
  func number(_ name: String) -> Int? { self[name].flatMap { Int32($0) }.map(Int.init) }

  /// A number of 0 or more; nil for anything else.
  func count(_ name: String) -> Int? { number(name).flatMap { $0 >= 0 ? $0 : nil } }

  /// The `meta_` parameters that BBB accepts, keys lower-cased.
  ///
  /// Of a name that is repeated the first value counts, of names that differ only in case the last.
  /// - Source: facts §0, §4.10.
  var metadata: [Metadatum] {
    var metadata: [Metadatum] = []
    var seen: Set<String> = []
    var places: [String: Int] = [:]
    for pair in pairs where pair.key.hasPrefix("meta_") && seen.insert(pair.key).inserted {
      let key = pair.key.dropFirst("meta_".count)
      guard Self.isMetadataKey(key) else { continue }
      let lowered = key.lowercased()
      if let known = places[lowered] {
        metadata[known].value = pair.value
      } else {
        places[lowered] = metadata.count
        metadata.append(Metadatum(lowered, pair.value))
      }
    }
    return metadata
  }

  private static func isMetadataKey(_ key: Substring) -> Bool {
    guard let first = key.utf8.first, first.isLetter else { return false }
    return key.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
  }
}

extension UInt8 {
  var isLetter: Bool { (0x61...0x7a).contains(self | 0x20) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
