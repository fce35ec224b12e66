import BBBClient
import NIOSSL

/// How the look at the certificates went.
enum HandshakeOutcome: Sendable {
  /// Nil when there was nothing to read.
  case shown(CertificateChain?)
  case none(CheckFinding)
}

// Why there is no answer.
extension ServerCheck {
  /// Shakes hands to see the certificates, which say more than the refusal of the call.
  func handshake() async -> HandshakeOutcome {
    let endpoint = endpoint
    // Half of the time, since a port without TLS may wait for more, and has to be asked in plain HTTP then.
    let limit = patience.left / 2
    let outcome = await patience.value(atMost: limit) { await Self.certificates(of: endpoint) }
    switch outcome {
    case .success(let chain)?: return .shown(chain)
    case .failure(let failure)?: return .none(await finding(ofHandshake: failure))
    case nil: return .none(await plainPort() ?? .handshakeTimeout(endpoint, after: limit))
    }
  }

  private static func certificates(of endpoint: Endpoint) async -> Result<CertificateChain?, CallFailure> {
    do {
      return .success(CertificateChain(try await Handshake.certificates(of: endpoint)))
    } catch {
      return .failure(CallFailure(transport: error))
    }
  }

  private func finding(ofHandshake failure: CallFailure) async -> CheckFinding {
    if let plain = await plainPort() { return plain }
    guard case .tls(let reason) = failure else { return .handshake("no handshake: \(failure)") }
    return reason == "WRONG_VERSION_NUMBER" ? .plainPort(endpoint, base: nil) : .handshake(reason)
  }

  private func plainPort() async -> CheckFinding? {
    guard let plain = base.with(scheme: "http", on: endpoint) else { return nil }
    var call = call
    call.base = plain
    let asked = call
    return await patience.value(atMost: Self.glance) { await asked.speaksHTTP() } == true
      ? .plainPort(endpoint, base: plain) : nil
  }

  /// The most that is spent on finding out whether the other scheme would do.
  private static let glance = Duration.seconds(5)

  func findings(of failure: CallFailure, chain: CertificateChain?) async -> [CheckFinding] {
    switch failure {
    case .tls(let reason): return tlsFindings(reason, chain: chain)
    case .connection where !base.isSecure:
      return [await securePort() ?? .broken(failure.description)]
    default: return [.broken(failure.description)]
    }
  }

  /// The handshake of the look came about: it can only be the certificates now, save for what the server says itself,
  /// such as that it wants a certificate of the client.
  private func tlsFindings(_ reason: String, chain: CertificateChain?) -> [CheckFinding] {
    guard let chain, !reason.contains("ALERT") else { return [.handshake(reason)] }
    let flaws = chain.flaws(
      isChainRefused: !reason.contains("failedToValidateHostname"), host: endpoint.host,
      trust: target.server.trust, now: terms.clock.date)
    return flaws.isEmpty ? [.handshake(reason)] : flaws
  }

  /// Whether TLS answers where plain HTTP was tried.
  func securePort() async -> CheckFinding? {
    guard let secure = base.with(scheme: "https", on: endpoint) else { return nil }
    let endpoint = endpoint
    let outcome = await patience.value(atMost: Self.glance) { await Self.certificates(of: endpoint) }
    guard case .success? = outcome else { return nil }
    return .securePort(endpoint, base: secure)
  }
}

extension APIBase {
  /// The same place by another scheme, with the port that was meant.
  fileprivate func with(scheme: String, on endpoint: Endpoint) -> APIBase? {
    let isDefault = endpoint.port == (scheme == "https" ? 443 : 80)
    let host = endpoint.host.contains(":") ? "[\(endpoint.host)]" : endpoint.host
    // Nothing that was valid becomes invalid by its scheme.
    return try? APIBase(parsing: "\(scheme)://\(host)\(isDefault ? "" : ":\(endpoint.port)")\(path)")
  }
}
