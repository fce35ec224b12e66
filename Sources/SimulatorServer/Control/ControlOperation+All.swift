extension ControlOperation {
  /// Everything that the control API does, in the order of the document.
  static let all: [ControlOperation] = [
    readIndex, readClock, changeClock, readWorld, readLive, makeEvent, listFaults, replaceFaults, addFault,
    removeFaults,
    listRequests, forgetRequests, verifyRequests, listCallbacks, readSnapshot, keepSnapshot, restoreSnapshot,
    reset,
    loadScenario, listServers, createServer, readServer, deleteServer, readDocument,
  ]
}
