import Testing

@testable import ConformanceKit

@Suite(.timeLimit(.minutes(5)))
struct OneShotTests {
  @Test func `whoever settles first wins, before anyone waits`() async {
    let shot = OneShot<Int>()
    shot.settle(1)
    shot.settle(2)
    #expect(await shot.value() == 1)
  }

  @Test func `a waiting task is woken, even if it was cancelled`() async {
    let shot = OneShot<Int>()
    let waiting = Task { await shot.value() }
    waiting.cancel()
    shot.settle(1)
    shot.settle(2)
    #expect(await waiting.value == 1)
  }
}
