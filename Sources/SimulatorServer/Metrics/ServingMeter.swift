import NIOCore
import PrometheusText
import Synchronization

/// What the port measures of itself, in real time, for all of its servers together.
final class ServingMeter: Sendable {
  /// How things stand.
  struct Reading: Sendable {
    /// From the end of a request to the beginning of its answer, in seconds, the wait of a fault included.
    var latency = Histogram(upperBounds: [
      0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5, 30,
    ])
    /// How many connections are open.
    var connections = 0
    /// How many there ever were.
    var connectionsEver = 0
  }

  private let storage = Mutex(Reading())

  /// A copy to write a page from.
  var reading: Reading { storage.withLock { $0 } }

  func answered(after latency: Duration) {
    let seconds = latency / .seconds(1)
    storage.withLock { $0.latency.observe(seconds) }
  }

  fileprivate func opened() {
    storage.withLock {
      $0.connections += 1
      $0.connectionsEver += 1
    }
  }

  fileprivate func closed() {
    storage.withLock { $0.connections -= 1 }
  }
}

/// Tells the meter when a connection comes and goes.
final class ConnectionCounter: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  private let meter: ServingMeter

  init(meter: ServingMeter) {
    self.meter = meter
  }

  func handlerAdded(context: ChannelHandlerContext) { meter.opened() }

  func handlerRemoved(context: ChannelHandlerContext) { meter.closed() }
}
