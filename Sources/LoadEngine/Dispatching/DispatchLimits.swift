/// What bounds a run besides its plan.
public struct DispatchLimits: Sendable, Equatable {
  /// How many requests may be in flight at once, each on a connection of its own; at least 1.
  public var connections: Int
  /// How long behind its instant a request may leave; later it is dropped.
  public var patience: Duration
  /// How long an answer may take, from the sending on.
  public var timeout: Duration

  /// Sets the bounds; the defaults are those of the command.
  public init(connections: Int = 64, patience: Duration = .seconds(5), timeout: Duration = .seconds(10)) {
    precondition(connections >= 1 && patience >= .zero && timeout > .zero, "no load within such limits")
    self.connections = connections
    self.patience = patience
    self.timeout = timeout
  }
}
