import Foundation
import Synchronization

/// What the command says, and where.
enum Console {
  private static let hasComplained = Mutex(false)

  /// Text on standard output, written at once even into a pipe.
  ///
  /// A reader who has gone, as `head` does, has seen enough; the run goes on for its reports and its exit code.
  static func write(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      let reason = error.systemReason
      let isFirst = hasComplained.withLock { hasComplained in
        defer { hasComplained = true }
        return !hasComplained
      }
      guard isFirst, reason?.code != EPIPE else { return }
      complain("error: standard output takes no more\(reason.map { ": \($0.text)" } ?? "")")
    }
  }

  /// A line on standard error.
  static func complain(_ line: String) {
    // Nobody is left to complain to.
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Whether a person looks at the output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal, as it tells them or, if it does not, as the shell does.
  static var columns: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }
}

extension Error {
  /// What the system said when a file could not be written, such as `No space left on device`.
  var systemReason: (code: Int32, text: String)? {
    let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    let errors = [self, underlying].compactMap { $0.map { $0 as NSError } }
    let code = errors.first { $0.domain == NSPOSIXErrorDomain }?.code
    return code.map { (Int32($0), String(cString: strerror(Int32($0)))) }
  }
}
