import Glibc

/// The number of files, connections among them, that this process may have open.
public enum OpenFiles {
  /// Raises the limit as far as the system lets anybody; the number that holds then.
  ///
  /// Shells start with 1024, for the sake of `select`, which nothing here uses. Where the system refuses, the old
  /// number stays: then fewer connections are taken at a time.
  @discardableResult
  public static func raiseLimit() -> UInt64 {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return 0 }
    let before = limit.rlim_cur
    limit.rlim_cur = limit.rlim_max
    return UInt64(setrlimit(resource, &limit) == 0 ? limit.rlim_cur : before)
  }
}
