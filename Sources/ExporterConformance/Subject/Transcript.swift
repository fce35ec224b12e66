import ConformanceKit
import Synchronization

/// What a process has printed, the latest 64 KiB of it.
final class Transcript: Sendable {
  private struct Storage {
    var bytes: [UInt8] = []
    var isCut = false
    var isClosed = false
  }

  private let storage = Mutex(Storage())
  private static let capacity = 64 << 10

  init() {}

  /// Whether the process has closed its output, which it does by ending at the latest.
  var isClosed: Bool { storage.withLock { $0.isClosed } }

  func append(_ bytes: [UInt8]) {
    storage.withLock { storage in
      storage.bytes += bytes
      guard storage.bytes.count > Self.capacity else { return }
      storage.bytes.removeFirst(storage.bytes.count - Self.capacity)
      storage.isCut = true
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
