import BBBClient
import FoundationEssentials
import SwiftASN1
import X509

/// The certificates that a server shows, and what is wrong with them.
struct CertificateChain: Sendable {
  private let leaf: Certificate
  private let others: [Certificate]

  /// Nil when the first one cannot be read.
  init?(_ encoded: [[UInt8]]) {
    let certificates = encoded.map { try? Certificate(derEncoded: $0) }  // an odd one explains nothing
    guard let leaf = certificates.first ?? nil else { return nil }
    self.leaf = leaf
    others = certificates.dropFirst().compactMap { $0 }
  }

  /// What keeps a client from trusting them.
  ///
  /// - Parameters:
  ///   - isChainRefused: whether the chain of signatures and dates was refused; otherwise it can only be the name.
  ///   - host: the name or address that was asked for.
  ///   - trust: whom the exporter trusts.
  ///   - now: the date.
  /// - Returns: everything that is wrong; empty when nothing here explains it.
  func flaws(isChainRefused: Bool, host: String, trust: TLSTrust, now: Date) -> [CheckFinding] {
    let dates = dateFlaws(host: host, now: now)
    let chain = isChainRefused && dates.isEmpty ? [signatureFlaw(trust: trust)] : dates
    let name = covers(host) ? [] : [CheckFinding.wrongHost(host, names: leaf.hostNames)]
    return chain + name
  }

  /// A warning when there is little time left.
  func expiry(now: Date) -> CheckFinding? {
    let days = Int(leaf.notValidAfter.timeIntervalSince(now) / 86_400)
    return days < Self.warningDays ? .expires(on: leaf.notValidAfter, inDays: max(0, days)) : nil
  }

  /// certbot renews 30 days before the end: at 14 it has failed for half of them.
  private static let warningDays = 14

  private func dateFlaws(host: String, now: Date) -> [CheckFinding] {
    for (certificate, subject) in [(leaf, "the certificate of \(host)")]
      + others.map({ ($0, "the intermediate certificate \($0.subject.shortName)") })
    {
      if certificate.notValidAfter < now { return [.expired(subject, on: certificate.notValidAfter)] }
      if certificate.notValidBefore > now {
        return [.notYetValid(subject, from: certificate.notValidBefore)]
      }
    }
    return []
  }

  private func signatureFlaw(trust: TLSTrust) -> CheckFinding {
    if leaf.issuer == leaf.subject { return .selfSigned() }
    let issuer = others.last?.issuer ?? leaf.issuer
    return .unknownAuthority(issuer.shortName, isAlone: others.isEmpty, trust: trust)
  }
}

extension CertificateChain {
  private func covers(_ host: String) -> Bool {
    leaf.hostNames.contains { name in
      if name.lowercased() == host.lowercased() { return true }
      guard name.hasPrefix("*."), let dot = host.firstIndex(of: ".") else { return false }
      return name.dropFirst().lowercased() == host[dot...].lowercased()
    }
  }
}

extension DistinguishedName {
  /// The common name, or else everything; others chose it.
  fileprivate var shortName: String {
    let attributes = flatMap { Array($0) }
    let common = attributes.first { $0.type == .RDNAttributeType.commonName }
    return "\"\((common.map { "\($0.value)" } ?? description).singleLine)\""
  }
}
