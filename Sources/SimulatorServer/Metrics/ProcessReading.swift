import Foundation
import PrometheusText

/// What Linux says about this process, under the names that every Prometheus client library uses.
struct ProcessReading {
  /// What can't be read is left out rather than guessed.
  var families: [MetricFamily] {
    [residentMemory, processorTime, openDescriptors, mostDescriptors].compactMap(\.self)
  }

  private var residentMemory: MetricFamily? {
    // Absent outside of Linux.
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return .gauge(
      "process_resident_memory_bytes", help: "Resident memory size in bytes.",
      value: pages * Double(sysconf(Int32(_SC_PAGESIZE))))
  }

  private var processorTime: MetricFamily? {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
    return .counter(
      "process_cpu_seconds", help: "Total user and system CPU time spent in seconds.",
      value: usage.ru_utime.seconds + usage.ru_stime.seconds)
  }

  private var openDescriptors: MetricFamily? {
    // Absent outside of Linux.
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count).map {
      .gauge("process_open_fds", help: "Number of open file descriptors.", value: Double($0))
    }
  }

  private var mostDescriptors: MetricFamily? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
    return .gauge(
      "process_max_fds", help: "Maximum number of open file descriptors.", value: Double(limit.rlim_cur))
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}
