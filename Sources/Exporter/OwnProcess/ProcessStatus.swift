/// The part of `/proc/PID/stat` that matters.
///
/// - Source: proc(5).
struct ProcessStatus: Sendable, Equatable {
  /// Processor time in user and kernel mode, in clock ticks.
  let ticks: UInt64
  let virtualBytes: UInt64
  let residentPages: UInt64

  /// Nil when the line is another than Linux writes.
  init?(line: String) {
    // The name of the program, in parentheses, may hold blanks and parentheses.
    guard let end = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ").map { UInt64($0) }
    // Fields 14, 15, 23 and 24; the state, which is field 3, comes first here.
    guard fields.count > 21, let user = fields[11], let kernel = fields[12], let virtual = fields[20],
      let resident = fields[21]
    else { return nil }
    ticks = user &+ kernel
    virtualBytes = virtual
    residentPages = resident
  }
}

/// The part of `/proc/PID/limits` that matters.
enum ProcessLimits {
  /// How many files and connections may be open at once; nil when that is not said, infinity when there is no limit.
  static func openFiles(in text: String) -> Double? {
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Max open files") }) else {
      return nil
    }
    let soft = line.split(separator: " ").dropFirst(3).first
    return soft == "unlimited" ? .infinity : soft.flatMap { UInt64($0) }.map { Double($0) }
  }
}
