import Determinism

/// An entry of `servers` before its day is known: it may be the one around it.
struct ServerEntry {
  var count: Int
  var name: String
  /// Nil for the day around it.
  var day: Scenario?
  var seed: UInt64?
  var secret: String?
  var offset: Duration
  var apart: Duration

  /// The servers that it stands for; `around` is the day around it.
  func servers(around: Scenario) -> [FleetServer] {
    var day = day ?? around
    day.servers = []
    return (0..<count).map { index in
      let name = name.replacing("{n}", with: "\(index + 1)")
      let root = StreamKey(seed: seed ?? around.seed).child("servers")
      let chosen = count == 1 ? seed : nil
      // Each has a seed of its own, or all would live through the same day.
      var drawn = root.child(name).stream
      return FleetServer(
        name: name, scenario: day, seed: chosen ?? drawn.nextBits(),
        secret: secret?.replacing("{n}", with: "\(index + 1)") ?? day.server.secret,
        offset: offset + apart * index)
    }
  }
}

extension Reading where Value == ServerEntry {
  /// `{ count: 100, name: "bbb-{n}", scenario: lecture-day, apart: 5m }`
  static func serverEntry(_ context: ScenarioContext) -> Reading {
    Reading { field in
      field.mapping("a server of a fleet") { m in
        let count = m.optional("count", .count(in: 1...10_000)) ?? 1
        let name = m.required("name", .serverName)
        let entry = ServerEntry(
          count: count, name: name ?? "", day: m.optional("scenario", context.otherScenario),
          seed: m.optional("seed", .seed), secret: m.optional("secret", .secret),
          offset: m.optional("offset", .duration) ?? .zero, apart: m.optional("apart", .duration) ?? .zero)
        if count > 1, let name, !name.contains("{n}") {
          m["name"]?.report(
            "\(count) servers have one name", "`{n}` in it stands for the number of each, from 1",
            fix: "write `\(FieldReader.shortened(name))-{n}`")
        }
        if let name, let place = m["name"] {
          context.enter(servers: name, count: name.contains("{n}") ? count : 1, at: place)
        }
        return entry
      }
    }
  }
}

extension Reading where Value == String {
  /// What can stand in a path as it is: 1 to 60 letters, digits, dots, hyphens and underscores, and `{n}`.
  fileprivate static var serverName: Reading {
    text.that(
      { text in
        let plain = text.replacing("{n}", with: "1").utf8
        return (1...60).contains(plain.count) && plain.first.map(isAlphanumeric) ?? false
          && plain.allSatisfy { isAlphanumeric($0) || [0x2d, 0x2e, 0x5f].contains($0) }
      }, is: "a server's name",
      fix: "write a letter or digit first, then letters, digits, `-`, `.` and `_`")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
  }
}
