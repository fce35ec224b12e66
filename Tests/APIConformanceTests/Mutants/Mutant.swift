import BBBAPI
import ConformanceKit
import Testing

/// A server with one defect: the simulator behind a proxy that does one thing wrong.
struct Mutant: Sendable, CustomTestStringConvertible {
  let name: String
  /// The rule that says it would notice.
  let claimedBy: Slug
  /// The version of the simulator behind it.
  var profile = Profile.v3_0
  var rewrite: @Sendable (inout WireRequest) -> Void = { _ in }
  var replacement: @Sendable (WireRequest) -> WireAnswer? = { _ in nil }
  var tamper: @Sendable (_ request: WireRequest, _ answer: inout WireAnswer) -> Void = { _, _ in }

  var testDescription: String { "\(name), claimed by \(claimedBy)" }

  /// The server understands something else than what was asked.
  static func mishearing(
    _ name: String, _ slug: Slug, _ rewrite: @escaping @Sendable (inout WireRequest) -> Void
  ) -> Mutant {
    Mutant(name: name, claimedBy: slug, rewrite: rewrite)
  }

  /// The server answers some requests without doing anything.
  static func idle(
    _ name: String, _ slug: Slug, _ replacement: @escaping @Sendable (WireRequest) -> WireAnswer?
  ) -> Mutant {
    Mutant(name: name, claimedBy: slug, replacement: replacement)
  }

  /// The server does what it should and says something else.
  static func lying(
    _ name: String, _ slug: Slug,
    _ tamper: @escaping @Sendable (_ request: WireRequest, _ answer: inout WireAnswer) -> Void
  ) -> Mutant {
    Mutant(name: name, claimedBy: slug, tamper: tamper)
  }

  /// The server writes one text for another in the answers of a call.
  static func writing(_ new: String, for old: String, in call: String, _ slug: Slug) -> Mutant {
    lying("\(call) writes \(new) for \(old)", slug) { request, answer in
      if request.call == call { answer.text = answer.text.replacing(old, with: new) }
    }
  }

  /// The same mutant, which says something else besides.
  func saying(
    _ tamper: @escaping @Sendable (_ request: WireRequest, _ answer: inout WireAnswer) -> Void
  ) -> Mutant {
    var mutant = self
    mutant.tamper = tamper
    return mutant
  }

  /// The same mutant of another version.
  func of(_ profile: Profile) -> Mutant {
    var mutant = self
    mutant.profile = profile
    return mutant
  }

  /// The same mutant, with somebody who sees every request.
  func watching(_ watch: @escaping @Sendable (WireRequest) -> Void) -> Mutant {
    var mutant = self
    mutant.rewrite = { [rewrite] request in
      rewrite(&request)
      watch(request)
    }
    return mutant
  }
}
