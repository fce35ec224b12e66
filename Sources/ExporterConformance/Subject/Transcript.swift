import ConformanceKit
import Synchronization

/// What a process has printed, the latest 64 KiB of it, and which of some texts were ever in it.
final class Transcript: Sendable {
  private struct Storage {
    var bytes: [UInt8] = []
    var isCut = false
    var isClosed = false
    var seen: Set<String> = []
  }

  private let storage = Mutex(Storage())
  /// The texts that are looked for in everything, with what of them can lie in the bytes before.
  private let watched: [(text: String, bytes: [UInt8])]
  private static let capacity = 64 << 10

  /// Notes which of the `watched` texts come by, however much is printed after them.
  init(watching watched: Set<String> = []) {
    self.watched = watched.filter { !$0.isEmpty }.map { ($0, Array($0.utf8)) }
  }

  /// Whether the process has closed its output, which it does by ending at the latest.
  var isClosed: Bool { storage.withLock { $0.isClosed } }

  /// Whether a watched text has come by.
  func hasSeen(_ text: String) -> Bool { storage.withLock { $0.seen.contains(text) } }

  func append(_ bytes: [UInt8]) {
    storage.withLock { storage in
      let before = storage.bytes.count
      storage.bytes += bytes
      note(&storage, from: before)
      guard storage.bytes.count > Self.capacity else { return }
      storage.bytes.removeFirst(storage.bytes.count - Self.capacity)
      storage.isCut = true
    }
  }

  /// Looks through what is new, and through as much before it as half a text may have.
  private func note(_ storage: inout Storage, from start: Int) {
    for text in watched where !storage.seen.contains(text.text) {
      let window = storage.bytes[max(0, start - text.bytes.count + 1)...]
      if window.firstRange(of: text.bytes) != nil { storage.seen.insert(text.text) }
    }
  }

  func close() { storage.withLock { $0.isClosed = true } }

  /// The text so far. Half a line at the front is left out, for half a secret in it would not be recognised.
  var text: String {
    let (bytes, isCut) = storage.withLock { ($0.bytes, $0.isCut) }
    let whole = isCut ? bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst() : bytes[...]
    return String(decoding: whole, as: UTF8.self)
  }

  /// The last lines with something in them, without secrets, each at most 300 characters.
  func lastLines(_ count: Int, redactedBy redactor: Redactor) -> [String] {
    redactor.redacted(text).split(whereSeparator: \.isNewline).suffix(count).map { String($0.prefix(300)) }
  }
}
