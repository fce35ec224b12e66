public import BBBAPI

/// Calls of the BBB API and how often each is made beside the others.
public struct CallMix: Sendable, Equatable {
  /// A call and its weight.
  public struct Entry: Sendable, Equatable {
    /// The call.
    public let call: APICall
    /// The meeting that is asked about, where one is.
    public let meetingID: String?
    /// Above 0; twice the weight is twice as often.
    public let weight: Double

    /// As it is written, such as `getMeetingInfo:algebra`.
    public var name: String {
      let call = call == .index ? CallMix.indexName : call.rawValue
      return meetingID.map { "\(call):\($0)" } ?? call
    }

    /// The parameters that travel.
    var parameters: [Metadatum] { meetingID.map { [Metadatum("meetingID", $0)] } ?? [] }
  }

  /// The calls, at least one, no two with the same name.
  public let entries: [Entry]

  /// What asks for the version page, which has no name on the wire.
  static let indexName = "index"

  /// The calls that only look, and whether each asks about a meeting; those that change a server are not offered.
  private static let offered: [(call: APICall, meeting: MeetingRule)] = [
    (.getMeetings, .none), (.getRecordings, .optional), (.getMeetingInfo, .required),
    (.isMeetingRunning, .required), (.index, .none),
  ]

  private enum MeetingRule { case none, optional, required }

  /// Reads `getMeetings=8,getRecordings=1,getMeetingInfo:MEETINGID=1`; a weight of 1 may be left out.
  ///
  /// - Throws: the first mistake.
  public init(parsing text: String) throws(CallMixError) {
    var entries: [Entry] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let entry = try Self.entry(part)
      guard !entries.contains(where: { $0.name == entry.name }) else { throw .repeated(entry.name) }
      entries.append(entry)
    }
    self.entries = entries
  }

  private static func entry(_ text: Substring) throws(CallMixError) -> Entry {
    let equals = text.lastIndex(of: "=") ?? text.endIndex
    let weight = equals == text.endIndex ? 1 : Double(text[equals...].dropFirst())
    guard let weight, weight > 0, weight.isFinite else { throw .badWeight(String(text)) }
    let words = text[..<equals].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let meetingID = words.count > 1 ? String(words[1]) : nil
    return Entry(call: try call(named: words[0], with: meetingID), meetingID: meetingID, weight: weight)
  }

  private static func call(named name: Substring, with meetingID: String?) throws(CallMixError) -> APICall {
    let found = offered.first { name == ($0.call == .index ? indexName : $0.call.rawValue) }
    guard let found else {
      throw APICall(rawValue: String(name)) == nil || name.isEmpty
        ? .unknown(String(name)) : .changes(String(name))
    }
    switch (found.meeting, meetingID) {
    case (.required, nil), (.required, ""), (.optional, ""): throw .missingMeeting(String(name))
    case (.none, .some): throw .needlessMeeting(String(name))
    default: return found.call
    }
  }
}

/// Why a text is no mix of calls.
public enum CallMixError: Error, Sendable, Equatable {
  /// What stands behind `=` isn't a number above 0.
  case badWeight(String)
  /// BBB has no such call, or load doesn't know it.
  case unknown(String)
  /// A call that changes the server.
  case changes(String)
  /// A call that asks about a meeting, and none was named.
  case missingMeeting(String)
  /// A call that asks about no meeting, and one was named.
  case needlessMeeting(String)
  /// The same call twice.
  case repeated(String)
}

extension CallMixError: CustomStringConvertible {
  /// What is wrong and what would mend it, in a line.
  public var description: String {
    switch self {
    case .badWeight(let text): "'\(text)' has no weight: a number above zero behind =, as in getMeetings=8"
    case .unknown(let name):
      "there is no call '\(name)'; known are getMeetings, getRecordings, getMeetingInfo:MEETINGID,"
        + " isMeetingRunning:MEETINGID and index"
    case .changes(let name): "\(name) changes the server; only calls that look are offered"
    case .missingMeeting(let name): "\(name) asks about a meeting: say which, as in \(name):MEETINGID=1"
    case .needlessMeeting(let name): "\(name) asks about no meeting: leave out what stands behind the colon"
    case .repeated(let name): "\(name) stands there twice; add up the weights"
    }
  }
}
