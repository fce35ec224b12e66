import BBBAPI
import BBBClient
import BBBReading

// Why an answer is no good, and what would be.
extension ServerCheck {
  /// Nil when the call succeeded.
  func finding(about answer: CheckAnswer) async -> CheckFinding? {
    guard case .success(let reading) = answer.reading else { return await finding(aboutNoBBB: answer) }
    guard reading.outcome.returncode == .failed else { return nil }
    guard reading.outcome.messageKey == "checksumError" else {
      return .refusedCall((reading.outcome.messageKey ?? "").plainWord)
    }
    return await refusedChecksum()
  }

  private func finding(aboutNoBBB answer: CheckAnswer) async -> CheckFinding {
    switch answer.status {
    case 200..<300: await finding(aboutBody: answer)
    case 300..<400: await finding(aboutRedirect: answer)
    case 400: await securePort() ?? .oddStatus(400)
    case 401, 403, 407: .refusedByProxy(answer.status)
    case 404, 410: await otherPath("HTTP status \(answer.status)") ?? .notFound(base)
    case 429: .tooMany(answer.retryAfter)
    case 500...599: .serverError(answer.status, answer.retryAfter)
    default: .oddStatus(answer.status)
    }
  }

  private func finding(aboutRedirect answer: CheckAnswer) async -> CheckFinding {
    let target = RedirectTarget(location: answer.location, from: base)
    guard target == .sameHost else { return .redirect(to: target) }
    return await otherPath("redirected") ?? .redirect(to: target)
  }

  private func finding(aboutBody answer: CheckAnswer) async -> CheckFinding {
    if answer.isWebPage {
      let page = WebPage(opening: answer.opening)
      return await otherPath("\(page.text) instead of XML") ?? .webPage(page)
    }
    guard case .failure(let error) = answer.reading else { return .unreadable("no body was read") }
    switch error {
    case .truncated: return .truncated(error.description)
    case .notBBB, .noListing, .noReturncode:
      return await otherPath("something else answers") ?? .foreign(error.description)
    case .empty, .unreadable: return .unreadable(error.description)
    }
  }

  /// The server says the same of a wrong secret and of an algorithm that it does not take: only trying tells.
  ///
  /// The exporter itself never does this: a hash is chosen by people.
  private func refusedChecksum() async -> CheckFinding {
    let configured = target.server.algorithm
    for algorithm in [ChecksumAlgorithm.sha256, .sha512, .sha384, .sha1] where algorithm != configured {
      if await succeeds({ $0.algorithm = algorithm }) {
        return .wrongAlgorithm(configured, works: algorithm)
      }
    }
    let bare = target.server.secret.withoutWrapping
    if bare != target.server.secret, await succeeds({ $0.secret = bare }) { return .wrappedSecret() }
    return .wrongSecret()
  }

  private func otherPath(_ text: String) async -> CheckFinding? {
    for candidate in base.otherPaths {
      if await answer({ $0.base = candidate })?.isBBB == true { return .otherPath(text, base: candidate) }
    }
    return nil
  }

  private func succeeds(_ change: (inout CheckCall) -> Void) async -> Bool {
    await answer(change)?.hasSucceeded ?? false
  }

  private func answer(_ change: (inout CheckCall) -> Void) async -> CheckAnswer? {
    var changed = call
    change(&changed)
    let call = changed
    // What cannot be had otherwise either is no alternative.
    return try? await patience.value { await call.answer() }?.get()
  }
}

extension APIBase {
  /// The paths where APIs usually live, in front of the prefix of this one, without its own.
  fileprivate var otherPaths: [APIBase] {
    let prefix = path.split(separator: "/").prefix { $0 != "bigbluebutton" && $0 != "api" }.map { "/\($0)" }
    let roots = prefix.isEmpty ? [""] : [prefix.joined(), ""]
    return roots.flatMap { ["\($0)/bigbluebutton/api/", "\($0)/api/"] }
      .filter { $0 != path }
      .compactMap { try? APIBase(parsing: "\(scheme)://\(authority)\($0)") }  // only the path differs
  }
}

extension SharedSecret {
  /// The secret without quotation marks and blanks at its ends.
  fileprivate var withoutWrapping: SharedSecret {
    var text = reveal[...]
    while let first = text.first, first.isWrapping { text.removeFirst() }
    while let last = text.last, last.isWrapping { text.removeLast() }
    return SharedSecret(String(text))
  }
}

extension Character {
  fileprivate var isWrapping: Bool { isWhitespace || self == "\"" || self == "'" }
}
