import Determinism
import Testing

@testable import SimulatorServer

@Suite struct CallbackQueueTests {
  private static let start = SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000)

  private static func hook(
    _ url: String = "http://127.0.0.1:9/cb", id: String = "h", event: String = "user-joined"
  )
    -> Callback
  {
    Callback(
      kind: .webhook(hookID: id, event: event), method: "POST", url: url, intervals: Callback.webhookIntervals
    )
  }

  @Test func `a failing hook is tried thirteen times over the intervals of BBB and then given up`() throws {
    var queue = CallbackQueue(policy: .loopbackOnly)
    var now = Self.start
    queue.enqueue(Self.hook(), at: now)
    queue.enqueue(Self.hook(event: "user-left"), at: now.advanced(by: .seconds(3600)))
    var waits: [Duration] = []
    var given: String?
    while given == nil {
      let isClaimed = queue.claimWorker(at: now)
      #expect(isClaimed)
      let attempt = try queue.next(at: now)
      given = queue.finish(attempt, .status(500), at: now)
      queue.sendHome(at: now)
      guard given == nil else { break }
      let next = try #require(queue.deliveries[0].nextAttempt)
      waits.append(now.duration(to: next))
      now = next
    }
    #expect(waits == Callback.webhookIntervals)
    #expect(given == "h")
    #expect(queue.deliveries.map(\.outcome) == [.abandoned, .abandoned])
    #expect(queue.deliveries[0].attempts == 13)
  }

  @Test func `a permanent hook is tried every minute for ever`() throws {
    var queue = CallbackQueue(policy: .loopbackOnly)
    var callback = Self.hook()
    (callback.intervals, callback.lastInterval) = ([], .seconds(60))
    queue.enqueue(callback, at: Self.start)
    for minute in 0..<5 {
      let now = Self.start.advanced(by: .seconds(60 * minute))
      _ = queue.claimWorker(at: now)
      let attempt = try queue.next(at: now)
      let given = queue.finish(attempt, .failed("no connection"), at: now)
      #expect(given == nil)
      queue.sendHome(at: now)
    }
  }

  @Test(
    arguments: [
      (.webhook(hookID: "h", event: "e"), [200, 204, 401], [300, 400, 410, 500]),
      (.recordingReady, [200, 401, 410], [404, 500]), (.endCallbackURL, [200, 299], [401, 410, 500]),
    ] as [(Callback.Kind, [Int], [Int])])
  func `an answer settles a callback, or it doesn't`(kind: Callback.Kind, settled: [Int], open: [Int]) {
    let callback = Callback(kind: kind, method: "GET", url: "")
    #expect(settled.allSatisfy(callback.isSettled))
    #expect(!open.contains(where: callback.isSettled))
  }

  @Test func `one receiver gets its messages one after another, others do not wait for it`() throws {
    var queue = CallbackQueue(policy: .loopbackOnly)
    queue.enqueue(Self.hook(event: "1"), at: Self.start)
    queue.enqueue(Self.hook(event: "2"), at: Self.start)
    queue.enqueue(Self.hook(id: "other", event: "3"), at: Self.start)
    _ = queue.claimWorker(at: Self.start)
    let first = try queue.next(at: Self.start)
    let third = try queue.next(at: Self.start)
    #expect((first.number, third.number) == (0, 2))
    let isClaimed = queue.claimWorker(at: Self.start)
    #expect(!isClaimed)
    _ = queue.finish(first, .status(200), at: Self.start)
    let second = try queue.next(at: Self.start)
    #expect(second.number == 1)
  }

  @Test func `more callbacks than anybody fetches are abandoned, and the log forgets`() {
    var queue = CallbackQueue(policy: .loopbackOnly)
    for _ in 0..<(CallbackQueue.capacity + 10) { queue.enqueue(Self.hook(), at: Self.start) }
    #expect(queue.deliveries.count == CallbackQueue.memory)
    #expect(queue.deliveries.suffix(10).allSatisfy { $0.outcome == .abandoned })
  }

  @Test(
    arguments: [
      ("http://127.0.0.1:9/", true), ("https://localhost/x", true), ("http://[::1]:80/", true),
      ("http://127.1.2.3/", true), ("http://LMS.example.org/", true), ("http://example.org/", false),
      ("http://127.0.0.1.evil.org/", false), ("http://localhost.evil.org/", false),
      ("ftp://127.0.0.1/", false),
      ("http://127.0.0.1@evil.org/", false), ("http://10.0.0.1/", false), ("http://0.0.0.0/", false),
      ("", false), ("/cb", false), ("http:///x", false), ("http://2130706433/", false),
      ("http://0127.0.0.1/", false), ("http://+127.0.0.1/", false), ("http://127.1/", false),
      ("http://[::ffff:10.0.0.1]/", false), ("http://127.0.0.1:65535/", true), ("http://127.0.0.1:0/", false),
      ("http://127.0.0.1:65536/", false),
      ("file:///etc/passwd", false),
    ])
  func `callbacks go to this machine and to named hosts alone`(url: String, isAllowed: Bool) {
    let policy = CallbackPolicy(allowing: ["lms.Example.org"])
    #expect((policy.refusal(of: url) == nil) == isAllowed)
  }
}

extension CallbackQueue {
  fileprivate mutating func next(at instant: SimulatedInstant) throws -> Attempt {
    let attempt = take(at: instant)
    return try #require(attempt)
  }

  fileprivate mutating func sendHome(at instant: SimulatedInstant) {
    let attempt = take(at: instant)
    #expect(attempt == nil)
  }
}
