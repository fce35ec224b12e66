import BBBAPI
import ConformanceKit
import TimelineEngine

extension Mutant {
  /// Rooms and calls that stand on the wrong side of a bound: one mutant for each bound and each side.
  static let edges = roomEdges + latencyEdges

  /// A mutant that takes the comparison the wrong way is told from a good exporter by a room of just that size only.
  private static let roomEdges = RoomCount.allCases.flatMap { count in
    count.defaultBounds.flatMap { bound in
      [
        room(count, bound, "less", "A room of just so many is not in the bucket.", from: "< in place of <=") {
          $0 < bound
        },
        room(count, bound, "more", "A room of one more is in the bucket too.", from: "a bound off by one") {
          $0 <= bound + 1
        },
      ]
    }
  }

  private static func room(
    _ count: RoomCount, _ bound: Double, _ side: String, _ about: String, from source: String,
    _ isInside: @escaping @Sendable (Double) -> Bool
  ) -> Mutant {
    Mutant(
      .derived("metrics", count.family, "edge", "\(Int(bound))", side),
      "\(count.family), \(Int(bound)): \(about)",
      from: source, claimedBy: [count.edgeCase],
      .counted { page, world in
        page.edit(count.family + "_bucket") { sample in
          guard sample.bound == bound else { return }
          sample.number = Double(world.meetings.count { isInside(Double(count.value(of: $0))) })
        }
      })
  }

  private static let latencyEdges =
    Contract.latencyBounds.filter { $0 <= 2.5 }.map { bound in
      latency(
        bound, "above", "A call that takes longer is in the bucket too.", claimedBy: "latency/long-answers"
      ) {
        $1
      }
    }
    // How quick a call was a busy machine leaves open, but for the bounds that no scrape comes near.
    + Contract.latencyBounds.filter { $0 >= 5 }.map { bound in
      latency(
        bound, "below", "A call that was quicker is not in the bucket.",
        claimedBy: "latency/every-call-counted"
      ) {
        $0 - min($0, 1) + 0 * $1
      }
    }

  private static func latency(
    _ bound: Double, _ side: String, _ about: String, claimedBy claim: Slug,
    _ change: @escaping @Sendable (_ own: Double, _ all: Double) -> Double
  ) -> Mutant {
    Mutant(
      .derived("metrics", "latency-edge", "\(Int(bound * 1000))", side), "\(bound) s: \(about)",
      from: "a bound off by one", claimedBy: [claim],
      .page { page in
        // The bound +Inf follows in the same series, and knows all calls.
        let all = page.lines.compactMap(SampleLine.init).filter {
          $0.isNamed("bbb_api_latency_bucket", "") && $0.bound == .infinity
        }
        var series = 0
        page.edit("bbb_api_latency_bucket") { sample in
          if sample.bound == bound, series < all.count {
            sample.number = change(sample.number, all[series].number)
          }
          if sample.bound == .infinity { series += 1 }
        }
      })
  }
}

extension RoomCount {
  /// The case in whose world there is a room on either side of each bound.
  fileprivate var edgeCase: Slug {
    switch self {
    case .participants, .listeners: "rooms/every-edge-of-people"
    case .voiceParticipants, .videoParticipants: "rooms/every-edge-of-voices"
    }
  }
}
