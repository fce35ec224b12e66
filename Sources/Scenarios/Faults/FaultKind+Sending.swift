import Determinism

extension FaultKind {
  /// What becomes of the connection, and how the bytes travel.
  static let sending = [
    FaultKind(
      key: "reset", examples: ["true"], about: "The connection is reset (RST) without an answer",
      reading: { .made(of: .present) { _ in .reset } }),
    FaultKind(
      key: "close", examples: ["true"], about: "The connection is closed (FIN) without an answer",
      reading: { .made(of: .present) { _ in .close } }),
    FaultKind(
      key: "hang", examples: ["true"], about: "The request is taken and never answered",
      reading: { .made(of: .present) { _ in .hang } }),
    FaultKind(
      key: "truncated", examples: ["100", "{ bytes: 100, chunked: true }"],
      about: "The first so many bytes of the body, then the connection is closed",
      reading: { .either(mapping: .truncation, otherwise: .made(of: .count()) { .truncated(bytes: $0) }) }),
    FaultKind(
      key: "drip", examples: ["{ bytes: 100, every: 200ms }"],
      about: "The body, so many bytes at a time",
      reading: { .drip }),
    FaultKind(
      key: "slow head", examples: ["500ms"],
      about: "The head a line at a time, so far apart; then the body, and the connection is closed",
      reading: { .made(of: .length) { .slowHead(every: $0) } }),
    FaultKind(
      key: "content length", examples: ["10"],
      about: "All of the body under a Content-Length of that number",
      reading: { .made(of: .count()) { .contentLength($0) } }),
    FaultKind(
      key: "duplicated", examples: ["true"], about: "The answer twice, to one request",
      reading: { .made(of: .present) { _ in .duplicated } }),
    FaultKind(
      key: "endless", examples: ["true"], about: "Meetings without end, as fast as they are taken",
      reading: { .made(of: .present) { _ in .endless } }),
  ]
}

extension Reading where Value == FaultRule.Effect {
  fileprivate static var truncation: Reading {
    .parts("a truncation") { m in
      let bytes = m.required("bytes", .count())
      let isChunked = m.optional("chunked", .flag) ?? false
      return bytes.map { .truncated(bytes: $0, isChunked: isChunked) }
    }
  }

  fileprivate static var drip: Reading {
    .parts("a drip") { m in
      let (bytes, interval) = (m.required("bytes", .count(from: 1)), m.required("every", .length))
      guard let bytes, let interval else { return nil }
      return .dripped(bytes: bytes, every: interval)
    }
  }
}
