/// A hook of bbb-webhooks: where the events of meetings are sent.
///
/// - Source: facts §2.19.
public struct Webhook: Sendable, Equatable, Codable {
  /// A UUID.
  public var hookID: String
  /// Where events are posted to; no two hooks have the same.
  public var callbackURL: String
  /// The external ID of the only meeting whose events are sent; nil sends those of all.
  public var meetingID: String?
  /// The only events that are sent, in lower case; nil sends all.
  public var eventIDs: [String]?
  /// Whether it can't be destroyed and is never given up.
  public var isPermanent: Bool
  /// Whether it asks for the messages of BBB's inside; the simulator has none and sends nothing then.
  public var wantsRawData: Bool

  /// Describes a hook; by default one for every event of every meeting.
  public init(
    hookID: String, callbackURL: String, meetingID: String? = nil, eventIDs: [String]? = nil,
    isPermanent: Bool = false, wantsRawData: Bool = false
  ) {
    self.hookID = hookID
    self.callbackURL = callbackURL
    self.meetingID = meetingID
    self.eventIDs = eventIDs
    self.isPermanent = isPermanent
    self.wantsRawData = wantsRawData
  }
}
