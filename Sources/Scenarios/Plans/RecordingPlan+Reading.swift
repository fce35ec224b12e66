import BBBAPI
import Determinism

extension Reading where Value == RecordingPlan {
  /// `{ unprocessed: 2m, processing: 15m, then: published }`; what is left out is as usual.
  static var recordingPlan: Reading {
    Reading { field in
      field.mapping("the way of a recording") { m in
        var plan = RecordingPlan()
        plan.unprocessed = m.optional("unprocessed", .duration) ?? plan.unprocessed
        plan.processing = m.optional("processing", .duration) ?? plan.processing
        plan.processed = m.optional("processed", .duration) ?? plan.processed
        plan.then = m.optional("then", .restingState) ?? plan.then
        let formats = m.list("formats", .playbackFormat)
        if !formats.isEmpty { plan.formats = formats }
        return plan
      }
    }
  }
}

extension Reading where Value == RecordingState {
  /// Where a recording may come to rest.
  static var restingState: Reading { states([.published, .unpublished, .deleted]) }

  /// Any state of a recording.
  static var recordingState: Reading { states(RecordingState.allCases) }

  private static func states(_ states: [RecordingState]) -> Reading {
    choice("a state that fits here", of: states.map { ($0.rawValue, $0) })
  }
}

extension Reading where Value == String {
  /// A way to play a recording back.
  static var playbackFormat: Reading {
    choice("a playback format", of: Recording.PlaybackFormat.types.map { ($0, $0) })
  }
}

extension Reading where Value == RecordingStock {
  /// An entry of `recordings`: `{ count: 1000, state: published, spread: 90d }`.
  static var stock: Reading {
    Reading { field in
      field.mapping("a stock of recordings") { m in
        var stock = RecordingStock(
          count: m.required("count", .count()) ?? 0,
          state: m.optional("state", .recordingState) ?? .published,
          spread: m.required("spread", .duration) ?? .zero)
        let formats = m.list("formats", .playbackFormat)
        if !formats.isEmpty { stock.formats = formats }
        return stock
      }
    }
  }
}
