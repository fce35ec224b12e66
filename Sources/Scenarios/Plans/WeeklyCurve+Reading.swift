import Determinism

extension Reading where Value == WeeklyCurve {
  /// `{ weekdays: { 7h: 0%, 10h: 100%, 20h: 5% }, saturday: 2% }`: the share of the full pace at each time of the week.
  ///
  /// A name of a day goes before `weekdays` and `weekend`, and these before `every day`; who is not named has none.
  static var curve: Reading {
    Reading { field in
      field.mapping("a curve") { m in
        let daily = m.optional("every day", .dailyCurve)
        let weekdays = m.optional("weekdays", .dailyCurve)
        let weekend = m.optional("weekend", .dailyCurve)
        let days = dayNames.enumerated().map { index, name in
          m.optional(name, .dailyCurve) ?? (index < 5 ? weekdays : weekend) ?? daily ?? []
        }
        let curve = WeeklyCurve(days: days)
        guard curve.isEverAboveZero || field.sink.hasMistakes else {
          return field.reject(
            asNo: "a curve on which anything happens", because: "every share is 0%",
            fix: "write a share above 0%, or remove the arrivals")
        }
        return curve
      }
    }
  }

  private static var dayNames: [String] {
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  }
}

extension Reading where Value == [WeeklyCurve.Point] {
  /// One share for the whole day, or `{ 7h: 0%, 10h: 100%, 20h: 5% }`: shares at times, with straight lines between.
  fileprivate static var dailyCurve: Reading {
    either(
      mapping: Reading { field in inOrder(field.entries("a day").compactMap(point)) },
      otherwise: Reading { field in
        Reading<Double>.share.value(of: field).map { [WeeklyCurve.Point(time: .zero, share: $0)] }
      })
  }

  private typealias Placed = (point: WeeklyCurve.Point, place: FieldReader)

  private static func point(time text: String, _ place: FieldReader) -> Placed? {
    // The share is read even where the time is wrong, so that both mistakes are named at once.
    let share = Reading<Double>.share.value(of: place)
    // What is wrong with the text is said below, in the words of a time of day.
    guard let time = try? Duration(scenarioText: text), time <= .seconds(86_400) else {
      return place.reject(
        asNo: "a time of day", because: "its key is `\(FieldReader.shortened(text))`",
        fix: "write the time since midnight, such as `8h` or `8h 15m`, up to `24h`")
    }
    return share.map { (WeeklyCurve.Point(time: time, share: $0), place) }
  }

  private static func inOrder(_ points: [Placed]) -> [WeeklyCurve.Point] {
    for (earlier, later) in zip(points, points.dropFirst()) where later.point.time <= earlier.point.time {
      later.place.report(
        "the times of a day are out of order", "\(later.place.name) stands behind \(earlier.place.name)",
        fix: "write each time once, the earliest first")
    }
    return points.map(\.point)
  }
}
