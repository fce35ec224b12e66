import Determinism
import Foundation
import Scenarios

/// How the clock stands, for `GET /_sim/clock`.
struct ClockView: ControlView {
  /// The simulated instant, ISO 8601.
  let now: String
  /// The same in milliseconds since the epoch.
  let millisecondsSinceEpoch: Int64
  /// Milliseconds since the day began.
  let offsetMilliseconds: Int64
  /// Simulated seconds in a real one; 0 while frozen.
  let rate: Double

  static let schema = JSONSchema.object([
    "now": .instant, "millisecondsSinceEpoch": .integer, "offsetMilliseconds": .integer, "rate": .number,
  ])

  init(_ server: SimulatedServer) {
    let reading = server.clock.reading
    now = reading.instant.iso8601
    millisecondsSinceEpoch = reading.instant.millisecondsSinceEpoch
    offsetMilliseconds = server.starts.duration(to: reading.instant).milliseconds
    rate = reading.rate
  }
}

/// One change to the clock, as `POST /_sim/clock` takes it.
enum ClockChange: Equatable {
  case advance(Duration)
  case jump(to: Duration)
  case freeze
  case resume
  case speed(Double)

  static let schema = JSONSchema.either([
    .object(["advance": .text.about("Lets so much time pass at once, such as 5m.")]),
    .object(["to": .text.about("Jumps to an offset after the day began, such as 31m.")]),
    .object(["freeze": .present]), .object(["resume": .present]),
    .object(["speed": .number.about("Simulated seconds in a real one: 0, or from 0.001 to 1000000.")]),
  ])

  /// Reads `{"advance": "5m"}` and its like: exactly one of the known keys.
  init(json: Data) throws(ControlError) {
    guard let fields = try? JSONDecoder().decode([String: JSONScalar].self, from: json) else {
      // Whatever the parser says, the reader needs the shape that is wanted.
      throw .badClockChange("the body is not a JSON object of plain values")
    }
    guard fields.count == 1, let (key, value) = fields.first else {
      throw .badClockChange("the body has \(fields.count) keys and needs one")
    }
    self = try Self.change(key, value)
  }

  private static func change(_ key: String, _ value: JSONScalar) throws(ControlError) -> ClockChange {
    switch (key, value) {
    case ("advance", .text(let text)): return .advance(try duration(text))
    case ("to", .text(let text)): return .jump(to: try duration(text))
    case ("freeze", .flag(true)): return .freeze
    case ("resume", .flag(true)): return .resume
    case ("speed", .number(let rate)): return .speed(rate)
    default: throw .badClockChange("'\(key.quotable)' with such a value means nothing here")
    }
  }

  private static func duration(_ text: String) throws(ControlError) -> Duration {
    do {
      return try Duration(scenarioText: text)
    } catch {
      throw .badClockChange(
        "'\(text.quotable)' is no duration, such as 90s, 5m or 1h 30m (\("\(error)".quotable))")
    }
  }

  func apply(to server: SimulatedServer) throws(ControlError) {
    do {
      switch self {
      case .advance(let step): try server.advance(by: step)
      case .jump(let offset): try server.jump(to: offset)
      case .freeze: try server.clock.change { clock, host throws(ClockError) in clock.freeze(host: host) }
      case .resume: try server.clock.change { clock, host throws(ClockError) in clock.resume(host: host) }
      case .speed(let rate):
        try server.clock.change { clock, host throws(ClockError) in try clock.setRate(rate, host: host) }
      }
    } catch {
      throw ControlError(error)
    }
  }
}

/// A plain value in JSON, in which true is not 1.
private enum JSONScalar: Decodable {
  case flag(Bool)
  case number(Double)
  case text(String)
  case other

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    // What is none of the three is for the reader of the key to refuse.
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = (try? value.decode(String.self)).map { .text($0) } ?? .other
    }
  }
}
