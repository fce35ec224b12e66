extension ControlOperation {
  /// Everything that the control API does, in the order of the document.
  static let all: [ControlOperation] = [
    readClock, changeClock, readWorld, readLive, listRequests, listServers, createServer, readServer,
    deleteServer,
  ]
}
