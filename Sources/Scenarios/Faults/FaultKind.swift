/// A kind of effect: its key in a scenario, how it is written, and what it does.
///
/// The one place from which the language, `bbb-sim faults` and the diagnostics take their effects.
public struct FaultKind: Sendable {
  /// The key of a rule that chooses it, such as `truncated`.
  public let key: String
  /// Values that the key takes, as a scenario writes them; each is an example that can be copied.
  public let examples: [String]
  /// What a client sees, as a sentence without a full stop.
  public let about: String
  let reading: @Sendable () -> Reading<FaultRule.Effect>

  /// Every kind; those about time first, then those in place of the answer, those of the connection, those of the body.
  public static let all = timing + replacing + sending + damaging
}

extension FaultKind {
  /// The faults as a table of three columns, for people: key, examples, what happens.
  public static var table: String {
    let rows = all.map { ($0.key, $0.examples.joined(separator: " | "), $0.about) }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { key, examples, about in
      "\(key)\(String(repeating: " ", count: width - key.count))  \(about).\n"
        + "\(String(repeating: " ", count: width + 2))\(key): \(examples)\n"
    }.joined()
  }
}

extension Reading where Value == FaultRule.Effect {
  /// Makes an effect of what another reading finds.
  static func made<Part>(
    of part: Reading<Part>, _ make: @escaping (Part) -> FaultRule.Effect
  ) -> Reading {
    Reading { field in part.value(of: field).map(make) }
  }

  /// An effect of two parts, `{ … }`.
  static func parts(_ kind: String, _ read: @escaping (MappingReader) -> FaultRule.Effect?) -> Reading {
    Reading { field in field.mapping(kind, read) }
  }

  /// One of the names of an enumeration.
  static func named<Name: CaseIterable & RawRepresentable<String>>(
    _ kind: String, _ make: @escaping (Name) -> FaultRule.Effect
  ) -> Reading {
    made(of: .choice(kind, of: Name.allCases.map { ($0.rawValue, $0) }), make)
  }
}
