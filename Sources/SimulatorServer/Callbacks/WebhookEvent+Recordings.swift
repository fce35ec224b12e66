import BBBAPI
import Determinism
import TimelineEngine

extension WebhookEvent {
  /// The steps of BBB's recording scripts that lie between two states.
  static func recordingEvents(
    _ recording: Recording, from before: RecordingState?, at instant: SimulatedInstant
  ) -> [WebhookEvent] {
    steps(from: before, to: recording.state).map { step in
      let isEnd = step.hasSuffix("-ended")
      var also: [(String, OrderedJSON)] = []
      if isEnd || step.hasSuffix("-started") { also.append(("record-id", .string(recording.recordID))) }
      if isEnd { also += [("success", .boolean(true)), ("step-time", .number(recording.stepTime))] }
      if step == "rap-archive-ended" {
        also += [
          ("recorded", .boolean(true)), ("duration", .number(recording.endTime - recording.startTime)),
        ]
      }
      if step.hasPrefix("rap-process-") || step.hasPrefix("rap-publish-") {
        also.append(("workflow", .string(recording.formats.first?.type ?? "presentation")))
      }
      if step == "rap-publish-ended" { also.append(("recording", recording.summary)) }
      return WebhookEvent(
        step, ids(recording.recordID, recording.meetingID), meetingID: recording.meetingID, also: also,
        at: instant)
    }
  }

  private static func steps(from before: RecordingState?, to state: RecordingState) -> [String] {
    let processed = ["rap-process-ended"]
    let published = ["rap-publish-started", "rap-publish-ended"]
    switch (before, state) {
    case (nil, .unprocessed):
      return ["rap-archive-started", "rap-archive-ended", "rap-sanity-started", "rap-sanity-ended"]
    case (_, .processing): return ["rap-process-started"]
    case (.processing, .processed): return processed
    case (.processing, .published): return processed + published
    case (.processed, .published): return published
    case (.processing, .unpublished): return processed + published + ["rap-unpublished"]
    case (.processed, .unpublished): return published + ["rap-unpublished"]
    case (_, .published): return ["rap-published"]
    case (_, .unpublished): return ["rap-unpublished"]
    case (_, .deleted): return ["rap-deleted"]
    default: return []
    }
  }
}

extension Recording {
  fileprivate var stepTime: Int64 { formats.first?.processingTime ?? 0 }

  fileprivate var summary: OrderedJSON {
    let format = formats.first
    let playback: [(String, OrderedJSON)] = [
      ("format", .string(format?.type ?? "")), ("link", .string(format?.url ?? "")),
      ("processing_time", .number(format?.processingTime ?? 0)),
      ("duration", .number(format?.lengthInMilliseconds ?? 0)), ("size", .number(format?.size ?? 0)),
    ]
    return .object([
      ("name", .string(name)), ("is-breakout", .boolean(breakout != nil)), ("start-time", .number(startTime)),
      ("end-time", .number(endTime)), ("size", .number(format?.size ?? 0)), ("raw-size", .number(rawSize)),
      ("metadata", .object(metadata.map { ($0.key, .string($0.value)) })), ("playback", .object(playback)),
      ("download", .object([])),
    ])
  }
}
