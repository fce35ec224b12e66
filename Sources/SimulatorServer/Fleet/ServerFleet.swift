import Synchronization

/// The servers of one process: one at the root of the port, any number behind their names.
///
/// Each has a world, a clock, a secret, faults and a journal of its own, and none knows of another. Finding one costs
/// a look-up under a lock that is held for nothing else; answering needs no lock of the fleet's.
public final class ServerFleet: Sendable {
  /// The server without a name, at `/bigbluebutton/api`; it is always there.
  public let root: SimulatedServer
  /// What happens when a name is used for the first time.
  public let policy: Policy
  /// What the port measures of itself.
  let meter = ServingMeter()
  /// Who may use the control API.
  public let access: ControlAccess
  private let keeping: StateKeeping?
  private let named: Mutex<[ServerName: SimulatedServer]>
  /// Where callbacks of its servers may go; nil while nobody sends any.
  private let callbackPolicy = Mutex<CallbackPolicy?>(nil)

  /// What a fleet does with a name that it doesn't know.
  public enum Policy: Sendable, Equatable {
    /// Refuses it.
    case fixed
    /// Makes a server that plays the root's scenario from its beginning, until there are so many.
    case auto
  }

  /// How many servers fit beside the root, unless told otherwise.
  public static let usualLimit = 1000
  /// How many servers fit beside the root.
  public let limit: Int

  /// Gathers servers; `named` may be more than `limit`, which holds for those made later, as does `keeping`.
  public init(
    root: SimulatedServer, named: [ServerName: SimulatedServer] = [:], policy: Policy = .fixed,
    limit: Int = ServerFleet.usualLimit, access: ControlAccess = .loopback, keeping: StateKeeping? = nil
  ) {
    self.root = root
    self.policy = policy
    self.limit = limit
    self.access = access
    self.keeping = keeping
    self.named = Mutex(named)
  }

  /// The names, in order.
  public var names: [ServerName] { named.withLock { Array($0.keys) }.sorted() }

  /// The servers with their names, in order; the root is not among them.
  public var members: [(name: ServerName, server: SimulatedServer)] {
    named.withLock { Array($0) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The server of that name, nil meaning the root; where the policy allows it, an unknown one is made.
  public func server(_ name: ServerName?) throws(FleetError) -> SimulatedServer {
    guard let name else { return root }
    if let server = named.withLock({ $0[name] }) { return server }
    guard policy == .auto else { throw .unknown(name, known: names) }
    return try add(name, root.twin(), orKeep: true)
  }

  /// The server of that name, nil meaning the root; none is made.
  public func existing(_ name: ServerName?) throws(FleetError) -> SimulatedServer {
    guard let name else { return root }
    guard let server = named.withLock({ $0[name] }) else { throw .unknown(name, known: names) }
    return server
  }

  /// Adds a server of its own making; throws when the name is taken or the fleet is full.
  @discardableResult
  public func add(_ name: ServerName, _ server: SimulatedServer) throws(FleetError) -> SimulatedServer {
    try add(name, server, orKeep: false)
  }

  /// Removes a server; requests that it is answering are answered. Tells whether there was one.
  @discardableResult
  public func remove(_ name: ServerName) -> Bool {
    guard let removed = named.withLock({ $0.removeValue(forKey: name) }) else { return false }
    removed.stateFile?.remove()
    return true
  }

  /// Has every server, those made later too, note from now on what callbacks are made of.
  func beginCallbacks(_ policy: CallbackPolicy) {
    callbackPolicy.withLock { $0 = policy }
    for server in [root] + members.map(\.server) { _ = server.callbacks.begin(policy, at: server.simulator) }
  }

  /// Two callers may come at once for one name: the first one's server stays.
  private func add(
    _ name: ServerName, _ server: SimulatedServer, orKeep keepsOther: Bool
  ) throws(FleetError) -> SimulatedServer {
    let limit = limit
    let policy = callbackPolicy.withLock { $0 }
    let keeping = keeping
    // A state file is opened under the lock: of two callers for one name the second must find the first one's server.
    let result = named.withLock { named -> Result<SimulatedServer, FleetError> in
      if let other = named[name] { return keepsOther ? .success(other) : .failure(.taken(name)) }
      guard named.count < limit else { return .failure(.full(limit: limit)) }
      do {
        let server = try keeping?.restored(server, as: name) ?? server
        // Before anybody can call it, so that nothing is missed.
        if let policy { _ = server.callbacks.begin(policy, at: server.simulator) }
        named[name] = server
        return .success(server)
      } catch {
        return .failure(.unkept(name, reason: "\(error)"))
      }
    }
    return try result.get()
  }
}

/// Why a fleet has no server to give.
public enum FleetError: Error, Sendable, Equatable {
  /// No server has this name, and none is made on first use.
  case unknown(ServerName, known: [ServerName])
  /// A server has this name already.
  case taken(ServerName)
  /// There are as many servers as there may be.
  case full(limit: Int)
  /// Its state can't be kept.
  case unkept(ServerName, reason: String)
}
