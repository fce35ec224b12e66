import BBBAPI

extension APIFailure {
  /// Of our own making: BBB has no journal, and whoever fills one should learn why nothing more is taken.
  static let journalFull = APIFailure(
    messageKey: "simulatorJournalFull",
    message:
      "This simulated server remembers a million changes and takes no more. Reset it, or start it anew.")
}
