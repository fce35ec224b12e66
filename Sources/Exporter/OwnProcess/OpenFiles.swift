#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The number of files, connections among them, that this process may have open.
enum OpenFiles {
  /// Kept back from connections of scrapers: for calls to the servers, for files and for what the runtime wants.
  private static let reserve = 200

  /// Raises the limit as far as the system lets anybody; the number that holds then.
  ///
  /// Shells start with 1024, for the sake of `select`, which nothing here uses. Where the system refuses, the old
  /// number stays.
  @discardableResult
  static func raiseLimit() -> Int {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return 1024 }
    let before = limit.rlim_cur
    limit.rlim_cur = limit.rlim_max
    return Int(clamping: setrlimit(resource, &limit) == 0 ? limit.rlim_max : before)
  }

  /// How many connections of scrapers may be had out of the wanted number: what is left beside the reserve, and a
  /// quarter of all at least.
  static func connections(wanted: Int, limit: Int) -> Int {
    min(wanted, max(limit - reserve, limit / 4))
  }
}
