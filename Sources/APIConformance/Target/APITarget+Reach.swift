import BBBAPI
public import BBBClient

extension APITarget {
  /// How the judge calls itself in requests.
  static let userAgent = "bbb-conformance"

  /// Makes sure that something answers HTTP at the address, be it with an error.
  ///
  /// - Throws: why nothing does; ``CallFailure/late`` when `limit` has passed on the target's clock.
  public func reach(within limit: Duration) async throws(CallFailure) {
    let failure = await withTaskGroup(of: CallFailure?.self) { group in
      group.addTask { await self.unreachability() }
      group.addTask {
        // Cancelled as soon as the other task has its answer, and then nobody looks at this one.
        try? await patience.clock.sleep(for: limit)
        return CallFailure.late
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
    if let failure { throw failure }
  }

  /// Why no answer comes to the version page; nil when one comes, whatever it says.
  private func unreachability() async -> CallFailure? {
    let client = APIClient(base: base, secret: secret, userAgent: Self.userAgent, exchange: exchange)
    do throws(CallFailure) {
      _ = try await client.reply(to: APIRequest(.index))
      return nil
    } catch {
      return error.isSilence ? error : nil
    }
  }
}

extension CallFailure {
  /// Whether there was no HTTP answer at all.
  fileprivate var isSilence: Bool {
    switch self {
    case .late, .unknownHost, .refused, .tls, .connection: true
    case .redirect, .status, .webPage, .unreadable, .failed: false
    }
  }
}
