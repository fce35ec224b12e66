/// How long a check waits for what a server does a little later, such as taking an ended meeting off its list.
///
/// - Source: facts §2.5, "the meeting normally vanishes within a second or so".
public struct Patience: Sendable {
  /// How often a check looks, at least once.
  public var looks: Int
  /// The pause between two looks.
  public var pause: Duration
  /// What the pauses are measured by.
  public var clock: any Clock<Duration>

  /// Makes a patience; by default forty looks within ten seconds.
  public init(looks: Int = 40, pause: Duration = .milliseconds(250), clock: any Clock<Duration>) {
    self.looks = looks
    self.pause = pause
    self.clock = clock
  }
}
