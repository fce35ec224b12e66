import Glibc

/// How many files and connections the command may have open.
enum OpenFiles {
  /// Makes room for so many cases at the same time, as far as that is allowed; what to say where it is not.
  static func complaint(about jobs: Int) -> String? {
    // Measured: a little over 40, and 6 more for each case; some cases ask often at once.
    let needed = rlim_t(128 + 16 * jobs)
    var limit = rlimit()
    // Where nothing is known of a limit none is complained of.
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < needed else {
      return nil
    }
    limit.rlim_cur = min(needed, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard limit.rlim_cur < needed else { return nil }
    return
      "error: \(jobs) cases at the same time need \(needed) open files, and no more than \(limit.rlim_max) are allowed. "
      + "Fix: `ulimit -n \(needed)`\(jobs > 1 ? ", or fewer --jobs" : "")"
  }
}
