import Determinism
import Hummingbird

extension ControlOperation {
  static let listCallbacks = ControlOperation(
    id: "listCallbacks", method: .get, path: "/callbacks",
    summary:
      "What became of the latest two thousand callbacks and webhooks, oldest first; hosts, and no address, token or body.",
    answer: .list(of: DeliveryView.self), refusals: [400]
  ) { call in
    try call.refuseUnknownQueries(among: [])
    return try .json(call.server.deliveries.map(DeliveryView.init))
  }
}

/// A callback for a reader.
struct DeliveryView: ControlView {
  let number: Int
  let kind: String
  let event: String?
  let host: String?
  let at: String
  let attempts: Int
  let outcome: Delivery.Outcome
  let status: Int?
  let reason: String?
  let nextAttempt: String?

  static let schema = JSONSchema.object(
    [
      "number": .integer,
      "kind": .choice(["endCallbackUrl", "meetingEndedURL", "recordingReady", "analytics", "webhook"]),
      "at": .instant, "attempts": .integer,
      "outcome": .choice(["waiting", "sending", "delivered", "refused", "abandoned"]),
    ],
    optional: [
      "event": .text.about("The event of a webhook."), "host": .text, "status": .integer, "reason": .text,
      "nextAttempt": .instant,
    ])

  init(_ delivery: Delivery) {
    number = delivery.number
    kind = delivery.kind
    event = delivery.event
    host = delivery.host
    at = delivery.instant.iso8601
    attempts = delivery.attempts
    outcome = delivery.outcome
    status = delivery.status
    reason = delivery.reason
    nextAttempt = delivery.nextAttempt?.iso8601
  }
}
