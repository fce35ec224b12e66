import Determinism
import Synchronization

/// The value of `Date` headers, made once a simulated second.
///
/// Servers of one port with clocks of their own make it more often; it takes a microsecond.
enum DateText {
  private struct Latest {
    var second = Int64.min
    var text = ""
  }

  private static let latest = Mutex(Latest())

  static func of(_ instant: SimulatedInstant) -> String {
    let second = instant.millisecondsSinceEpoch / 1000
    let known = latest.withLock { $0.second == second ? $0.text : nil }
    if let known { return known }
    let text = instant.httpDate
    latest.withLock { $0 = Latest(second: second, text: text) }
    return text
  }
}
