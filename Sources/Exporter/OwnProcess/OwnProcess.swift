#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the operating system tells of the exporter itself, by Linux's `/proc`; elsewhere nothing.
struct OwnProcess: Sendable {
  private let files: any FileTree
  /// When the process started, in seconds since the epoch.
  let started: Double

  /// Made when the process starts.
  init(files: any FileTree = LocalFileTree(), started: Double) {
    self.files = files
    self.started = started
  }

  private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
  private static let pageBytes = Double(sysconf(Int32(_SC_PAGESIZE)))

  /// Reads everything once.
  var reading: Reading {
    // What cannot be read, as where /proc is hidden, is not told: it is no failure of the exporter.
    let status = (try? files.text(of: "/proc/self/stat")).flatMap { ProcessStatus(line: $0) }
    let limits = try? files.text(of: "/proc/self/limits")
    let descriptors = try? files.names(in: "/proc/self/fd")
    return Reading(
      cpuSeconds: status.map { Double($0.ticks) / Self.ticksPerSecond },
      virtualBytes: status.map { Double($0.virtualBytes) },
      residentBytes: status.map { Double($0.residentPages) * Self.pageBytes },
      openDescriptors: descriptors.map { Double($0.count) },
      descriptorLimit: limits.flatMap(ProcessLimits.openFiles))
  }

  /// What was told; nil where nothing was.
  struct Reading: Sendable, Equatable {
    let cpuSeconds: Double?
    let virtualBytes: Double?
    let residentBytes: Double?
    /// The look at them included.
    let openDescriptors: Double?
    let descriptorLimit: Double?
  }
}
