import BBBAPI

/// What is wrong with a call's parameters, all at once, and which of it the server reports.
struct Violations {
  private var found: [APIFailure] = []

  mutating func add(_ failure: APIFailure) { found.append(failure) }

  mutating func add(_ failure: APIFailure, if isViolated: Bool) {
    if isViolated { add(failure) }
  }

  /// The one violation that BBB answers with, or nil when there is none.
  ///
  /// bbb-web puts violations into a Java hash map by key and reports the first that comes out; with so few keys
  /// that is the order of their buckets. Of two with the same key the later survives.
  /// - Source: facts §3.5.
  var reported: APIFailure? {
    guard let first = found.map(\.messageKey).min(by: { Self.bucket($0) < Self.bucket($1) }) else {
      return nil
    }
    return found.last { $0.messageKey == first }
  }

  private static func bucket(_ key: String) -> Int {
    buckets.firstIndex { $0.contains(key) } ?? buckets.count
  }

  private static let buckets: [Set<String>] = [
    ["checksumError"], ["unsupportedContentType"], ["invalidSharedNotesEditor"], ["guestDeny"],
    ["emptyError"], ["maxParticipantsReached"],
    ["missingParamFullName"], ["meetingForciblyEnded"], ["invalidPassword"],
    ["invalidMeetingIdentifier", "notFound"],
    ["sizeError"], ["validationError"], ["missingParamMeetingID", "missingToken", "missingSession"],
  ]
}

extension Violations {
  /// The rules that every call with a `meetingID` shares.
  mutating func checkMeetingID(_ parameters: QueryParameters) {
    guard let meetingID = parameters["meetingID"] else { return add(.meetingIDMissing) }
    add(.meetingIDLength, if: !(2...256).contains(meetingID.utf16.count))
    add(.meetingIDHasComma, if: meetingID.utf8.contains(UInt8(ascii: ",")))
  }

  /// A password is 2 to 64 characters long, or not there at all.
  mutating func checkPassword(_ password: String?) {
    guard let password, !password.isEmpty else { return }
    add(.passwordLength, if: !(2...64).contains(password.utf16.count))
  }

  mutating func checkBoolean(_ value: String?, _ failure: APIFailure) {
    guard let value, !value.isEmpty else { return }
    add(failure, if: !["true", "false"].contains(value.lowercased()))
  }

  mutating func checkInteger(_ value: String?, _ failure: APIFailure) {
    guard let value, !value.isEmpty else { return }
    add(failure, if: Int64(value) == nil)
  }
}
