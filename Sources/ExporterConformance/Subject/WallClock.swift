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
    let installed = Self.folders.map { "\($0)/faketime/libfaketimeMT.so.1" }
      .first { FileManager.default.fileExists(atPath: $0) }
    guard let installed else { return nil }
    library = folder + "/libfaketime.so"
    file = folder + "/wall-clock"
    let bytes = try Data(contentsOf: URL(filePath: installed))
    try Self.sleepingByItself(bytes).write(to: URL(filePath: library))
    try shift(by: .zero)
  }

  /// The library without its `clock_nanosleep`: nobody finds it under another name, and everybody sleeps as ever.
  ///
  /// Up to 0.9.10 it spoils every sleep until an instant of the monotonic clock, also where that clock is left alone
  /// (libfaketime pull request 426). Each `time.sleep` of a Python from 3.11 on is one, and would end the exporter.
  private static func sleepingByItself(_ library: Data) -> Data {
    var library = library
    let (name, another) = (Data("\0clock_nanosleep\0".utf8), Data("\0clock_nanosleeP\0".utf8))
    while let place = library.firstRange(of: name) { library.replaceSubrange(place, with: another) }
    return library
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

  /// Whether all of these processes have loaded the library, or have ended; one that is linked statically has not.
  func isSeen(by processes: [Int32]) -> Bool {
    processes.allSatisfy { process in
      // Of a file without a size FileManager reads one page; who has ended has no maps.
      let maps = try? FileHandle(forReadingAtPath: "/proc/\(process)/maps")?.readToEnd()
      guard let maps, !maps.isEmpty else { return true }
      return String(decoding: maps, as: UTF8.self).contains(library)
    }
  }
}
