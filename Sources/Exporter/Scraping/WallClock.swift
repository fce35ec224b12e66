public import FoundationEssentials

/// What the calendar says: for what is compared with other people's dates, never for how long something took.
public struct WallClock: Sendable {
  /// The date now.
  public let now: @Sendable () -> Date

  /// Takes the date from anywhere, as tests do.
  public init(now: @escaping @Sendable () -> Date) { self.now = now }

  /// The calendar of the machine.
  public static var system: WallClock { WallClock { Date() } }
}
