import BBBAPI

extension Reading where Value == Crowd {
  /// An entry of `crowds`, with the name that stands before it.
  static func crowd(named name: String) -> Reading {
    Reading { field in
      field.mapping("a crowd") { m in
        var crowd = Crowd(name: name)
        crowd.role = m.optional("role", .role) ?? .viewer
        (crowd.listening, crowd.microphone) = m.optional("audio", .audioShares) ?? (0, 0)
        crowd.camera = m.optional("camera", .share) ?? 0
        crowd.clients = m.optional("client", .clients) ?? crowd.clients
        return crowd
      }
    }
  }
}

extension Reading where Value == [Crowd] {
  /// The mapping `crowds`.
  static var crowds: Reading {
    Reading { field in
      field.entries("a mapping of crowds").map { name, value in
        // A crowd that is wrong still has a name: who refers to it has made no mistake.
        Reading<Crowd>.crowd(named: name).value(of: value) ?? Crowd(name: name)
      }
    }
  }
}

extension Reading where Value == (listening: Double, microphone: Double) {
  /// `{ listening: 70%, microphone: 20% }`
  static var audioShares: Reading {
    Reading { field in field.mapping("a mapping of shares") { $0.audioShares() } }
  }
}

extension MappingReader {
  /// The keys `listening` and `microphone` as shares that exclude each other.
  func audioShares() -> (listening: Double, microphone: Double) {
    let listening = optional("listening", .share) ?? 0
    let microphone = optional("microphone", .share) ?? 0
    if listening + microphone > 1.000_001 {
      let sum = "\(NumberText.percentage(listening)) and \(NumberText.percentage(microphone))"
      self["microphone"]?.report(
        "more than everybody has audio",
        "`listening` and `microphone` exclude each other, and \(sum) are over 100%",
        fix: "lower one of them")
    }
    return (listening, microphone)
  }
}

extension Reading where Value == Role {
  /// What somebody is in a meeting.
  static var role: Reading {
    choice("a role", of: [("moderator", .moderator), ("viewer", .viewer), ("dial-in", .dialInUser)])
  }
}

extension Reading where Value == ClientType {
  /// What somebody joined with. Any name: an exporter has to cope with the unknown ones too.
  static var client: Reading {
    Reading { field in Reading<String>.name.value(of: field).map { ClientType(rawValue: $0) } }
  }
}

extension Reading where Value == [Weighted<ClientType>] {
  /// `HTML5`, or `{ HTML5: 97%, DIAL-IN: 3% }`.
  static var clients: Reading {
    Reading { field in
      guard field.isMapping else {
        return Reading<ClientType>.client.value(of: field).map { [Weighted($0, weight: 1)] }
      }
      let clients = field.entries("a mapping of clients").compactMap { name, value in
        Reading<Double>.weight.value(of: value).map { Weighted(ClientType(rawValue: name), weight: $0) }
      }
      return checked(clients, in: field)
    }
  }

  private static func checked(_ clients: [Weighted<ClientType>], in field: FieldReader) -> [Weighted<
    ClientType
  >]? {
    guard !clients.isEmpty else {
      return field.reject(asNo: "a choice of clients", fix: "write `{ HTML5: 100% }`")
    }
    let inPercent = field.entries("").allSatisfy { $0.value.scalar?.hasSuffix("%") ?? false }
    let sum = clients.reduce(0) { $0 + $1.weight }
    if inPercent, sum > 1.000_001 {
      field.report(
        "more than everybody has a client", "the shares add up to \(NumberText.percentage(sum))",
        fix: "lower them to 100% together")
    }
    return clients
  }
}
