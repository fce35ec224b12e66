import NIOCore
import NIOPosix

/// A share of the plan with its connections and its measurements, all on one event loop: no lock, no task.
final class Lane {
  private let loop: any EventLoop
  private let target: LaneTarget
  private let finished: EventLoopPromise<RunRecord>
  private var dispatcher: Dispatcher
  private var connections: [LoadConnection?]
  private var callInFlight: [Int]
  private var start = NIODeadline.now()
  private var alarm: (at: Int64, scheduled: Scheduled<Void>)?
  private var isPumping = false
  private var isOver = false

  init(on loop: any EventLoop, target: LaneTarget, dispatcher: Dispatcher, connections: Int) {
    self.loop = loop
    self.target = target
    self.dispatcher = dispatcher
    self.connections = Array(repeating: nil, count: connections)
    callInFlight = Array(repeating: 0, count: connections)
    finished = loop.makePromise()
  }

  /// Opens the connection that the first request will use.
  func warmUp() -> EventLoopFuture<Void> { open(slot: 0) }

  /// Starts the clock of the plan; the future has the record when the last outcome is there.
  func begin(at start: NIODeadline) -> EventLoopFuture<RunRecord> {
    self.start = start
    pump()
    return finished.futureResult
  }

  /// Sends nothing more and closes everything.
  func stop() {
    guard !isOver else { return }
    dispatcher.stop(at: now)
    end()
  }

  /// What was measured so far.
  var record: RunRecord { dispatcher.record }

  private var now: Int64 { (NIODeadline.now() - start).nanoseconds }

  private func pump() {
    guard !isPumping, !isOver else { return }
    isPumping = true
    while let action = dispatcher.action(at: now) { perform(action) }
    isPumping = false
    dispatcher.isFinished ? end() : setAlarm()
  }

  private func perform(_ action: Dispatcher.Action) {
    switch action {
    case .send(let call, let slot):
      callInFlight[slot] = call
      if connections[slot]?.isUsable != true { _ = open(slot: slot) }
      connections[slot]?.send(target.requests[call].bytes)
    case .abandon(let slot):
      connections[slot]?.cut()
      connections[slot] = nil
    }
  }

  private func took(_ outcome: LoadConnection.Outcome, on slot: Int) {
    switch outcome {
    case .departed: return dispatcher.departed(slot: slot, at: now)
    case .answered(let response):
      let failure = response.failure(speaksBBB: target.requests[callInFlight[slot]].speaksBBB)
      dispatcher.answered(slot: slot, failure: failure, at: now)
    case .failed(let failure): dispatcher.failed(slot: slot, failure, at: now)
    }
    pump()
  }

  /// Keeps an alarm that is early enough: it costs less to wake in vain than to set another.
  private func setAlarm() {
    guard let wake = dispatcher.wake(after: now) else { return }
    if let alarm, alarm.at <= wake { return }
    alarm?.scheduled.cancel()
    let scheduled = loop.assumeIsolated().scheduleTask(deadline: start + .nanoseconds(wake)) {
      self.alarm = nil
      self.pump()
    }
    alarm = (wake, scheduled)
  }

  private func end() {
    isOver = true
    alarm?.scheduled.cancel()
    for connection in connections { connection?.cut() }
    finished.succeed(dispatcher.record)
  }

  private func open(slot: Int) -> EventLoopFuture<Void> {
    let connection = LoadConnection { [unowned self] in took($0, on: slot) }
    connections[slot] = connection
    let bound = NIOLoopBound(connection, eventLoop: loop)
    let channel = ClientBootstrap(group: loop).connectTimeout(target.connectTimeout)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(bound.value) }
      }
      .connect(to: target.address)
    channel.assumeIsolated().whenFailure { _ in connection.connectionFailed() }
    return channel.map { _ in }
  }
}

/// Where a lane sends and what.
struct LaneTarget: Sendable {
  let address: SocketAddress
  let connectTimeout: TimeAmount
  /// A request for each call of the target, in its order.
  let requests: [(bytes: ByteBuffer, speaksBBB: Bool)]
}
