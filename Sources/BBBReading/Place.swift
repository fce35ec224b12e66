/// A place in the tree of BBB's answers; a name counts only where it belongs.
///
/// A metadata key may be called `participantCount` and a person's custom data may hold a `meeting`.
enum Place: UInt8, CaseIterable {
  case outside
  /// Any element that BBB writes and that is not read.
  case passedOver
  case response, returncode, messageKey, message
  case errors, error, errorKey, errorMessage
  case meetings, meeting
  case meetingName, meetingID, internalMeetingID, createTime, recorded, isBreakout
  case participantCount, listenerCount, voiceParticipantCount, videoCount, moderatorCount
  case attendees, attendee, clientType
  case metadata, origin, originServerName
  case recordings, recording, totalElements
  case pagination, paginationTotalElements
}

extension Place {
  /// The element that opens the place, and the place it must stand in; nil outside the root.
  var definition: (element: ResponseElement, parent: Place)? {
    switch self {
    case .outside, .passedOver: nil
    case .response: (.response, .outside)
    case .returncode: (.returncode, .response)
    case .messageKey: (.messageKey, .response)
    case .message: (.message, .response)
    case .errors: (.errors, .response)
    case .error: (.error, .errors)
    case .errorKey: (.key, .error)
    case .errorMessage: (.message, .error)
    case .meetings: (.meetings, .response)
    case .meeting: (.meeting, .meetings)
    case .meetingName: (.meetingName, .meeting)
    case .meetingID: (.meetingID, .meeting)
    case .internalMeetingID: (.internalMeetingID, .meeting)
    case .createTime: (.createTime, .meeting)
    case .recorded: (.recording, .meeting)
    case .isBreakout: (.isBreakout, .meeting)
    case .participantCount: (.participantCount, .meeting)
    case .listenerCount: (.listenerCount, .meeting)
    case .voiceParticipantCount: (.voiceParticipantCount, .meeting)
    case .videoCount: (.videoCount, .meeting)
    case .moderatorCount: (.moderatorCount, .meeting)
    case .attendees: (.attendees, .meeting)
    case .attendee: (.attendee, .attendees)
    case .clientType: (.clientType, .attendee)
    case .metadata: (.metadata, .meeting)
    case .origin: (.origin, .metadata)
    case .originServerName: (.originServerName, .metadata)
    case .recordings: (.recordings, .response)
    case .recording: (.recording, .recordings)
    case .totalElements: (.totalElements, .response)
    // Where a development version of 2.6 put it (facts §2.10).
    case .pagination: (.pagination, .response)
    case .paginationTotalElements: (.totalElements, .pagination)
    }
  }

  /// The element's name for reports; the root's for what stands outside it.
  var element: ResponseElement { definition?.element ?? .response }

  /// The entries of a list, which may stand any number of times.
  static let repeatable: PlaceSet = [.error, .meeting, .attendee, .recording]

  /// What holds elements rather than a value.
  static let containers: PlaceSet = [
    .outside, .response, .errors, .error, .meetings, .meeting, .attendees, .attendee, .metadata, .recordings,
    .recording, .pagination,
  ]

  /// The containers whose elements BBB alone names; the keys of metadata are free.
  static let strict: PlaceSet = [
    .response, .errors, .error, .meetings, .meeting, .attendees, .attendee, .recordings, .recording,
  ]
}

/// A set of places in one machine word.
struct PlaceSet: Sendable, Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init(arrayLiteral places: Place...) {
    for place in places { insert(place) }
  }

  @inline(__always)
  func contains(_ place: Place) -> Bool { bits & (1 << UInt64(place.rawValue)) != 0 }

  @inline(__always)
  mutating func insert(_ place: Place) { bits |= 1 << UInt64(place.rawValue) }

  @inline(__always)
  mutating func subtract(_ other: PlaceSet) { bits &= ~other.bits }
}
