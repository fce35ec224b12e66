import BBBClient

/// Where a redirect leads, as much of it as may be shown: paths and queries of log-in pages hold tokens.
enum RedirectTarget: Sendable, Equatable {
  /// From http to https of the same host; the base that it means.
  case secure(APIBase)
  /// To another host or port; the base that it would mean.
  case elsewhere(origin: String, APIBase)
  /// To another path.
  case sameHost
  case unreadable

  init(location: String?, from base: APIBase) {
    guard let location, !location.isEmpty else {
      self = .unreadable
      return
    }
    if location.hasPrefix("/"), !location.hasPrefix("//") {
      self = .sameHost
      return
    }
    let absolute = location.hasPrefix("//") ? "\(base.scheme):\(location)" : location
    self = Self.base(likely: absolute, path: base.path).map { Self(leadingTo: $0, from: base) } ?? .unreadable
  }

  private init(leadingTo target: APIBase, from base: APIBase) {
    if target.scheme == base.scheme, target.authority.lowercased() == base.authority.lowercased() {
      self = .sameHost
    } else if target.isSecure, !base.isSecure,
      Endpoint(target).host.lowercased() == Endpoint(base).host.lowercased()
    {
      self = .secure(target)
    } else {
      self = .elsewhere(origin: "\(target.scheme)://\(target.authority)", target)
    }
  }

  /// The origin of a URL with our path; nil when it is no origin that API_BASE_URL could name.
  private static func base(likely url: String, path: String) -> APIBase? {
    let scheme = url.prefix { $0 != ":" }
    let authority = url.dropFirst(scheme.count + "://".count).prefix { !"/?#".contains($0) }
    return try? APIBase(parsing: "\(scheme)://\(authority)\(path)")  // the rule that it breaks helps nobody
  }
}
