import NIOCore

/// How long a connection may keep the server waiting, by what it is doing.
///
/// Bytes that trickle in gain nothing: the time of a head runs from its first byte. What takes a page slowly has time as
/// long as it takes something.
struct ConnectionPatience {
  enum Phase: Equatable {
    /// Connected, perhaps in the middle of a TLS handshake, and nothing asked yet.
    case opening
    /// Between two requests.
    case idle
    /// Some of a head is there.
    case receiving
    /// The client waits for us.
    case answering
    /// An answer is on its way out, of which so many bytes were left when last looked at.
    case sending(left: Int)
    /// All is said; what the client still sends is let pass, so that it reads the answer before the connection is reset.
    case lingering
  }

  enum Verdict: Equatable {
    case close
    case lookAgain(in: TimeAmount)
  }

  static let headLimit = TimeAmount.seconds(10)
  /// Longer than any usual interval between scrapes, so that scrapers keep their connection.
  static let idleLimit = TimeAmount.seconds(300)
  static let stallLimit = TimeAmount.seconds(20)
  static let lingerLimit = TimeAmount.seconds(2)
  /// What a page may take altogether, however steadily it goes.
  static let sendingLimit = TimeAmount.seconds(300)

  private(set) var phase = Phase.opening
  private var since: NIODeadline
  private var sendingSince: NIODeadline

  init(now: NIODeadline) {
    since = now
    sendingSince = now
  }

  mutating func enter(_ phase: Phase, now: NIODeadline) {
    if case .sending = phase { sendingSince = now }
    self.phase = phase
    since = now
  }

  /// What a look finds; `bytesLeft` are those that the client has not taken yet.
  mutating func verdict(now: NIODeadline, bytesLeft: Int) -> Verdict {
    switch phase {
    case .answering: return .lookAgain(in: Self.stallLimit)
    case .opening, .receiving: return verdict(after: Self.headLimit, now)
    case .idle: return verdict(after: Self.idleLimit, now)
    case .lingering: return verdict(after: Self.lingerLimit, now)
    case .sending(let left):
      if now - sendingSince >= Self.sendingLimit { return .close }
      if bytesLeft != left {
        phase = .sending(left: bytesLeft)
        since = now
      }
      return verdict(after: Self.stallLimit, now)
    }
  }

  private func verdict(after limit: TimeAmount, _ now: NIODeadline) -> Verdict {
    let left = since + limit - now
    return left <= .zero ? .close : .lookAgain(in: left)
  }
}
