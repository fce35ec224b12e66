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
  /// Where a recording may come to rest; one whose processing fails stays in `processing` for good.
  static var restingState: Reading { states([.published, .unpublished, .deleted, .processed, .processing]) }

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
        m.readMeetings(of: &stock)
        stock.drains = m.optional("drains", .length)
        stock.then = m.optional("then", .recordingState) ?? stock.then
        if stock.drains == nil {
          m["then"]?.report(
            "`then` without `drains`", "nothing says when these recordings leave their state",
            fix: "add `drains: 12h`, or remove `then`")
        }
        return stock
      }
    }
  }
}

extension MappingReader {
  /// What was recorded.
  fileprivate func readMeetings(of stock: inout RecordingStock) {
    stock.name = optional("name", .meetingName) ?? stock.name
    stock.id = optional("id", .meetingID)
    stock.origin = optional("origin", .origin)
    stock.metadata = optional("metadata", .metadata) ?? []
    stock.lasts = optional("lasts", .durations)
    stock.participants = optional("participants", .numbers)
    if let id = stock.id, stock.count > 1, !id.contains("{n}") {
      self["id"]?.report(
        "\(stock.count) recordings have one meeting ID",
        "`{n}` in it stands for the number of each, from 1",
        fix: "write `\(FieldReader.shortened(id))-{n}`")
    }
  }
}
