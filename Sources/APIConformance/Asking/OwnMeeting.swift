import BBBAPI
import ConformanceKit
import Determinism

/// A meeting that a check makes for itself; the only kind that it may join or end.
struct OwnMeeting: Sendable, Equatable {
  /// The prefix by which an operator recognises the judge's meetings.
  static let prefix = "conformance-"
  /// Metadata whose key must come back in lower case (facts §4.10).
  static let metadataKey = "Proving-Ground"

  var meetingID: String
  let name: String
  let attendeePW: String
  var moderatorPW: String
  let metadataValue: String
  /// Five digits, for a check that asks for a certain one.
  let voiceBridge: String

  /// The nth meeting of a check, from 0.
  init(_ number: Int, of slug: Slug, seed: UInt64) {
    var random = StreamKey(seed: seed).child(slug.description).child(number).stream
    meetingID = Self.prefix + random.nextAlphanumerics(16)
    name = "Conformance check " + random.nextAlphanumerics(4)
    attendeePW = random.nextAlphanumerics(12)
    moderatorPW = random.nextAlphanumerics(12)
    metadataValue = random.nextMixedCaseAlphanumerics(12)
    voiceBridge = String(10_000 + random.nextInteger(below: 89_000))
  }

  /// What `create` is called with.
  var parameters: [Metadatum] {
    [
      Metadatum("name", name), Metadatum("meetingID", meetingID), Metadatum("attendeePW", attendeePW),
      Metadatum("moderatorPW", moderatorPW), Metadatum("meta_\(Self.metadataKey)", metadataValue),
    ]
  }

  /// What `create` is called with, some parameters left out.
  func parameters(without names: String...) -> [Metadatum] { parameters.filter { !names.contains($0.key) } }

  /// What `create` is called with, and more; what is named there replaces what is usual.
  func parameters(with settings: KeyValuePairs<String, String>) -> [Metadatum] {
    let names = settings.map(\.key)
    return parameters.filter { !names.contains($0.key) } + settings.map { Metadatum($0.key, $0.value) }
  }
}
