public import Determinism
public import Scenarios

/// A scenario, a journal, and the world that follows from both.
///
///     World(t) = fold(apply, events of (scenario, seed) up to t, merged with the journal up to t)
///
/// A value: copying it costs a few reference counts and gives a branch of its own.
/// At one instant the world's own timers come first, then the scenario, then commands.
public struct Timeline: Sendable {
  /// What happens by itself.
  public let scenario: Scenario
  /// The seed in force: the scenario's own, or the one given instead.
  public let seed: UInt64
  /// How things stand.
  public private(set) var world: World
  /// Every command so far, in the order of time.
  public private(set) var journal: [JournalEntry] = []

  private var events: ScenarioEvents

  /// Stands at the moment when the day begins; what happens at that very moment has happened.
  public init(scenario: Scenario, seed: UInt64? = nil) {
    self.scenario = scenario
    self.seed = seed ?? scenario.seed
    let root = StreamKey(seed: self.seed)
    let stock = RecordingCompiler(scenario: scenario, root: root)
    world = World(instant: scenario.starts, recordings: stock.recordings)
    for (recording, state, instant) in stock.drainage {
      world.timers.schedule(.recordingEntered(recording: recording, state), at: instant)
    }
    events = ScenarioEvents(scenario: scenario, seed: self.seed)
    advance(to: scenario.starts)
  }

  /// Lets everything happen up to and including `instant`; an instant in the past changes nothing.
  public mutating func advance(to instant: SimulatedInstant) {
    while let next = earliest, next <= instant { step() }
    world.tidy()
    world.instant = max(world.instant, instant)
  }

  /// Lets at most so many things happen up to and including `instant`; answers whether it got there.
  ///
  /// For whoever shares the timeline with others: years of arrivals in one go would keep them waiting.
  public mutating func advance(to instant: SimulatedInstant, atMost steps: Int) -> Bool {
    var left = steps
    while let next = earliest, next <= instant, left > 0 {
      step()
      left -= 1
    }
    world.tidy()
    guard earliest.map({ $0 > instant }) ?? true else { return false }
    world.instant = max(world.instant, instant)
    return true
  }

  /// The moment of the next thing to happen; nil when nothing ever will.
  public var nextInstant: SimulatedInstant? { earliest }

  /// Carries a command out at the world's instant, and writes it down.
  ///
  /// A command about a meeting that is gone changes nothing but the journal.
  @discardableResult
  public mutating func perform(_ command: Command) -> JournalEntry {
    let entry = JournalEntry(sequence: journal.count, instant: world.instant, command: command)
    journal.append(entry)
    if let event = world.event(for: command, sequence: entry.sequence) {
      world.apply(event, at: world.instant)
    }
    // What follows at the same instant has happened too; else a snapshot of now would come back with more than it had.
    advance(to: world.instant)
    return entry
  }

  /// What the world shall tell about itself from now on; nothing by default.
  public var observes: Happening.Topics {
    get { world.news.topics }
    set { world.news.topics = newValue }
  }

  /// What has happened since the last time, in order.
  public mutating func takeHappenings() -> [Happened] { world.news.take() }

  /// How much of the scenario is worked out and still to come: follows what is alive, not what will happen.
  var plannedEntries: Int { events.plannedEntries }

  private var earliest: SimulatedInstant? {
    guard let timer = world.timers.next else { return events.next }
    guard let event = events.next else { return timer }
    return min(timer, event)
  }

  private mutating func step() {
    if let timer = world.timers.next, timer <= events.next ?? timer {
      guard let due = world.timers.popNext() else { return }
      world.apply(.timer(due.payload), at: due.instant)
    } else if let (instant, event) = events.popNext() {
      world.apply(event, at: instant)
    }
  }
}
