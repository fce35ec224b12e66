import Crypto
import Synchronization

/// Verifies passwords: one at a time, off the event loops, and each good one once.
///
/// bcrypt takes tens of milliseconds on purpose. A flood of wrong passwords costs one thread, and only so many wait for it;
/// those who have been verified pass without waiting.
final class PasswordDesk: Sendable {
  /// What became of somebody who wants in.
  enum Verdict: Sendable {
    case verified
    case refused
    /// Too many wait already.
    case crowded
  }

  /// Who may wait; at ten verifications a second the last one waits some seconds.
  static let waitingRoom = 32

  private struct Storage {
    /// By user, what was verified last: a keyed digest of hash and password, so that the memory holds no password.
    var verified: [String: [UInt8]] = [:]
    var isBusy = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let storage = Mutex(Storage())
  /// New with every process.
  private let key = SymmetricKey(size: .bits256)

  /// Whether somebody is one of the users and knows the password.
  ///
  /// Somebody who is no user costs as much time as some user with a wrong password, and always the same.
  func verdict(on credentials: Credentials, among users: [String: PasswordHash]) async -> Verdict {
    let known = users[credentials.user]
    let hash = known ?? .decoy(cost: decoyCost(for: credentials.user, among: users))
    let proof = proof(of: credentials.password, hash)
    if known != nil, isVerified(credentials.user, proof) { return .verified }
    guard await takeTurn() else { return .crowded }
    // A task that is cancelled learns nothing.
    let matches = await BlockingWork.run { Bcrypt.matches(credentials.password, hash) } ?? false
    endTurn()
    guard matches, known != nil else { return .refused }
    // No more of these than there are users, whose names are those of the file.
    storage.withLock { storage in
      storage.verified[credentials.user] = proof
      if storage.verified.count > users.count {
        storage.verified = storage.verified.filter { users[$0.key] != nil }
      }
    }
    return .verified
  }

  /// The cost of one of the users, picked by the name and the process's key: with the highest for all who are none, a user
  /// with a cheaper hash would show.
  private func decoyCost(for name: String, among users: [String: PasswordHash]) -> Int {
    let costs = users.values.map(\.cost).sorted()
    guard !costs.isEmpty else { return 10 }
    let digest = HMAC<SHA256>.authenticationCode(for: Array(name.utf8), using: key)
    return costs[digest.reduce(0) { ($0 * 256 + Int($1)) % costs.count }]
  }

  private func proof(of password: [UInt8], _ hash: PasswordHash) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(hash.text.utf8) + password, using: key))
  }

  private func isVerified(_ user: String, _ proof: [UInt8]) -> Bool {
    guard let known = storage.withLock({ $0.verified[user] }) else { return false }
    return ConstantTime.areEqual(known, proof)
  }

  /// Waits for its turn; false when too many wait.
  private func takeTurn() async -> Bool {
    enum Place { case first, later, none }
    var place = Place.none
    await withCheckedContinuation { continuation in
      place = storage.withLock { storage in
        guard storage.isBusy else {
          storage.isBusy = true
          return .first
        }
        guard storage.waiting.count < Self.waitingRoom else { return .none }
        storage.waiting.append(continuation)
        return .later
      }
      if place != .later { continuation.resume() }
    }
    return place != .none
  }

  private func endTurn() {
    let next: CheckedContinuation<Void, Never>? = storage.withLock { storage in
      if storage.waiting.isEmpty {
        storage.isBusy = false
        return nil
      }
      return storage.waiting.removeFirst()
    }
    next?.resume()
  }
}
