import Determinism
import Foundation
import Scenarios

/// How the clock stands, for `GET /_sim/clock`.
struct ClockView: Encodable {
  /// The simulated instant, ISO 8601.
  let now: String
  /// The same in milliseconds since the epoch.
  let millisecondsSinceEpoch: Int64
  /// Milliseconds since the day began.
  let offsetMilliseconds: Int64
  /// Simulated seconds in a real one; 0 while frozen.
  let rate: Double

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

  /// Reads `{"advance": "5m"}` and its like: exactly one of the known keys.
  init(json: Data) throws(ControlError) {
    guard let fields = (try? JSONSerialization.jsonObject(with: json)) as? [String: Any] else {
      // Whatever the parser says, the reader needs the shape that is wanted.
      throw .badClockChange("the body is not a JSON object")
    }
    guard fields.count == 1, let (key, value) = fields.first else {
      throw .badClockChange("the body has \(fields.count) keys and needs one")
    }
    self = try Self.change(key, value)
  }

  private static func change(_ key: String, _ value: Any) throws(ControlError) -> ClockChange {
    switch (key, value) {
    case ("advance", let text as String): return .advance(try duration(text))
    case ("to", let text as String): return .jump(to: try duration(text))
    case ("freeze", let flag as Bool) where flag: return .freeze
    case ("resume", let flag as Bool) where flag: return .resume
    case ("speed", let number as NSNumber): return .speed(number.doubleValue)
    default: throw .badClockChange("'\(key.prefix(40))' with such a value means nothing here")
    }
  }

  private static func duration(_ text: String) throws(ControlError) -> Duration {
    do {
      return try Duration(scenarioText: text)
    } catch {
      throw .badClockChange("'\(text.prefix(40))' is no duration: \(error)")
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
