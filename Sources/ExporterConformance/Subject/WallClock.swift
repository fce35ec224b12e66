import Foundation

/// The exporter's wall clock, which a case sets while the machine's own and every monotonic one go on as ever.
///
/// - Source: libfaketime 0.9.10, README "Advanced features": an offset in a file that is read again at each look.
struct WallClock: Sendable {
  private let library: String
  private let file: String

  private static let folders = [
    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib",
  ]

  /// A clock that shows the true time; nil where libfaketime is not installed.
  init?(in folder: String) throws {
    let library = Self.folders.map { "\($0)/faketime/libfaketimeMT.so.1" }
      .first { FileManager.default.fileExists(atPath: $0) }
    guard let library else { return nil }
    self.library = library
    file = folder + "/wall-clock"
    try shift(by: .zero)
  }

  /// What makes a program look at this clock.
  var environment: [String: String] {
    [
      "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1",
      "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
    ]
  }

  /// Sets the clock so far from the true time.
  func shift(by offset: Duration) throws {
    let seconds = offset.components.seconds
    // Atomically: a program may look at any moment.
    try Data("\(seconds < 0 ? "-" : "+")\(seconds.magnitude)\n".utf8)
      .write(to: URL(filePath: file), options: .atomic)
  }

  /// Whether all of these processes have loaded the library; one that is linked statically has not.
  func isSeen(by processes: [Int32]) -> Bool {
    !processes.isEmpty
      && processes.allSatisfy { process in
        // Of a file without a size FileManager reads one page; who has ended has no maps.
        let maps = try? FileHandle(forReadingAtPath: "/proc/\(process)/maps")?.readToEnd()
        return String(decoding: maps ?? Data(), as: UTF8.self).contains(library)
      }
  }
}
