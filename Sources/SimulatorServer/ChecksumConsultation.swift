public import BBBAPI
import Synchronization

/// How often refused checksums are looked into, and who hears what was found.
///
/// A diagnosis costs about a millisecond of the event loop, so that whoever sends wrong checksums without end gets the
/// plain answers and nobody waits for them.
public final class ChecksumConsultation: Sendable {
  private let allowance: Mutex<Allowance>
  private let onDiagnosis: @Sendable (ChecksumDiagnosis) -> Void
  private let origin = ContinuousClock.now

  /// Takes twenty requests a second, and tells `onDiagnosis`, which must not block, what is wrong with each.
  public init(onDiagnosis: @escaping @Sendable (ChecksumDiagnosis) -> Void = { _ in }) {
    allowance = Mutex(Allowance())
    self.onDiagnosis = onDiagnosis
  }

  /// Whether there is time for one more; says yes without taking any, since most requests turn out right.
  func mayBegin() -> Bool {
    let now = origin.duration(to: .now)
    return allowance.withLock { $0.isLeft(at: now) }
  }

  /// Takes the time for one, and passes it on.
  func report(_ diagnosis: ChecksumDiagnosis) {
    allowance.withLock { $0.take() }
    onDiagnosis(diagnosis)
  }
}

extension ChecksumConsultation {
  /// So many now, refilled as time passes.
  struct Allowance: Sendable {
    static let perSecond = 20.0

    private var left = perSecond
    private var asOf = Duration.zero

    /// Whether one is left, by a clock that never goes back.
    mutating func isLeft(at now: Duration) -> Bool {
      let passed = max(0, (now - asOf) / .seconds(1))
      left = min(Self.perSecond, left + passed * Self.perSecond)
      asOf = max(asOf, now)
      return left >= 1
    }

    mutating func take() { left -= 1 }
  }
}
