import TimelineEngine

/// Somebody who hears of what happens in a world; given out by ``Simulator/listen(to:)``.
public struct Listener: Sendable, Hashable {
  let number: Int
}

/// Who listens to a world, and what each has still to hear.
struct Audience: Sendable {
  /// What a listener who never fetches anything may make a server remember.
  static let capacity = 200_000

  private struct Seat: Sendable {
    var topics: Happening.Topics
    var unheard: [Happened] = []
  }

  private var seats: [Int: Seat] = [:]
  private var given = 0

  /// What anybody wants to hear of.
  var topics: Happening.Topics { seats.values.reduce(into: []) { $0.formUnion($1.topics) } }

  mutating func seat(_ topics: Happening.Topics) -> Listener {
    defer { given += 1 }
    seats[given] = Seat(topics: topics)
    return Listener(number: given)
  }

  mutating func change(_ listener: Listener, to topics: Happening.Topics) {
    seats[listener.number]?.topics = topics
  }

  mutating func dismiss(_ listener: Listener) { seats[listener.number] = nil }

  /// Gives everybody what they want to hear; beyond the capacity the oldest half is forgotten.
  mutating func hear(_ news: [Happened]) {
    guard !news.isEmpty else { return }
    for number in seats.keys {
      guard var seat = seats[number] else { continue }
      let topics = seat.topics.contains(.hooked) ? seat.topics.union(.people) : seat.topics
      seat.unheard += news.filter { topics.contains($0.happening.topic) }
      if seat.unheard.count > Self.capacity {
        seat.unheard.removeFirst(seat.unheard.count - Self.capacity / 2)
      }
      seats[number] = seat
    }
  }

  mutating func take(_ listener: Listener) -> [Happened] {
    let unheard = seats[listener.number]?.unheard ?? []
    seats[listener.number]?.unheard = []
    return unheard
  }
}
