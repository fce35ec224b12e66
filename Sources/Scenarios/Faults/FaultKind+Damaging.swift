extension FaultKind {
  /// What becomes of the body.
  static let damaging = [
    FaultKind(
      key: "empty", examples: ["true"], about: "Status 200 and no body",
      reading: { .made(of: .present) { _ in .empty } }),
    FaultKind(
      key: "garbage", examples: ["4096"],
      about: "So many random bytes, by the seed, that call themselves XML",
      reading: { .made(of: .count(from: 1)) { .garbage(bytes: $0) } }),
    FaultKind(
      key: "malformed", examples: FaultRule.Damage.allCases.map(\.rawValue),
      about: "The right body, damaged at its end so that it is not well-formed",
      reading: { .named("a damage") { .malformed($0) } }),
    FaultKind(
      key: "hostile", examples: FaultRule.Trap.allCases.map(\.rawValue),
      about: "XML that is made to hurt whoever parses it",
      reading: { .named("a trap") { .hostile($0) } }),
    FaultKind(
      key: "content type", examples: ["application/json"], about: "The right body under another Content-Type",
      reading: { .made(of: .headerValue) { .contentType($0) } }),
  ]
}

extension Reading where Value == String {
  /// Printable ASCII, so that it stays one line of the head.
  fileprivate static var headerValue: Reading {
    name.that(
      { $0.utf8.allSatisfy { (0x20...0x7e).contains($0) } && !$0.hasPrefix(" ") && !$0.hasSuffix(" ") },
      is: "the value of a header", fix: "write printable ASCII such as `text/plain`")
  }
}
