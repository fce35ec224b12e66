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
      key: "edit",
      examples: [
        "{ remove: \"meetings/meeting[1]/participantCount\" }",
        "{ double: meetings/meeting/metadata/bbb-origin }",
        "{ text: { at: meetings/meeting/participantCount, is: \"1 234\" } }",
        "{ insert: { into: meetings/meeting/metadata, xml: \"<note>?</note>\" } }",
        "[{ replace: { text: \"1,234\", by: \"1.234\" } }, { remove: recordings }]",
      ],
      about:
        "The right body with elements left out, doubled, filled with other text, begun with markup, or text replaced",
      reading: { .made(of: .edits) { .edit($0) } }),
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
