import Synchronization

/// What a mutant with a memory has seen.
final class Seen: Sendable {
  private let texts = Mutex<[String]>([])

  var all: [String] { texts.withLock { $0 } }

  /// Whether the text comes for the first time; remembers it.
  func isFirst(_ text: String) -> Bool {
    texts.withLock { texts in
      guard !texts.contains(text) else { return false }
      texts.append(text)
      return true
    }
  }
}
