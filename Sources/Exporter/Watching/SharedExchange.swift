import AsyncHTTPClient
import BBBClient

/// The connections to all servers that are trusted in the same way.
///
/// They close when nobody uses them any more: neither a watch nor a call that began before a reload.
final class SharedExchange: HTTPExchange {
  let trust: TLSTrust
  private let live: LiveExchange

  init(trust: TLSTrust) throws(TLSTrustError) {
    self.trust = trust
    live = try LiveExchange(trust: trust)
  }

  deinit {
    // Only this moment knows that the last user is gone, and closing takes longer than the moment. An error means
    // that they are closed already.
    Task { [live] in try? await live.shutdown() }
  }

  func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
    try await live.execute(request)
  }
}

/// The exchanges of one configuration, one for each way of trusting.
struct ExchangeShelf {
  private let former: [SharedExchange]
  private var exchanges: [SharedExchange] = []

  /// Begins a shelf that takes over what it can from the configuration before.
  init(after former: ExchangeShelf? = nil) {
    // A CA file may have been renewed; what was read from it long ago is no longer what the operator trusts.
    self.former = former?.exchanges.filter { !$0.trust.isFromFile } ?? []
  }

  /// The exchange for a way of trusting, made when there is none.
  mutating func exchange(for trust: TLSTrust) throws(TLSTrustError) -> SharedExchange {
    if let exchange = exchanges.first(where: { $0.trust == trust }) { return exchange }
    let exchange: SharedExchange
    if let known = former.first(where: { $0.trust == trust }) {
      exchange = known
    } else {
      exchange = try SharedExchange(trust: trust)
    }
    exchanges.append(exchange)
    return exchange
  }

  /// Lets go of the former shelf.
  func settled() -> ExchangeShelf {
    var shelf = ExchangeShelf()
    shelf.exchanges = exchanges
    return shelf
  }
}

extension TLSTrust {
  /// Whether it depends on a file that may change.
  var isFromFile: Bool {
    if case .bundle = self { true } else { false }
  }
}
