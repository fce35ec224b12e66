import BBBAPI

extension MeetingPlan {
  /// An entry of `meetings`; `series` are its keys `count`, `within` and `repeats`.
  ///
  /// An ID of one character is too short to be written, and comes of `{n}` alone.
  func yaml(_ series: [YAMLValue.Entry] = []) -> YAMLValue {
    guard
      case .mapping(let when) = YAMLValue.fields([
        "id": .text(id == "1" ? "{n}" : id), "name": .text(name), "at": at == .zero ? nil : .duration(at),
        "lasts": .duration(lasts),
      ]),
      case .mapping(let options) = options.yaml, case .mapping(let content) = content
    else { preconditionFailure("a meeting is not written as a mapping") }
    return .mapping(when + series + options + content)
  }

  private var content: YAMLValue {
    .fields([
      "record": .set(record), "origin": origin.map { .line($0.yaml) },
      "metadata": metadata.isEmpty ? nil : .line(metadata.yaml), "people": .filled(people.map(\.yaml)),
      "breakouts": breakouts.map { .line($0.yaml) }, "breakout": breakout.map { .line($0.yaml) },
      "recording": recording.map { .line($0.yaml) },
    ])
  }
}

extension [Metadatum] {
  /// Keys and texts.
  var yaml: YAMLValue { .mapping(map { .init($0.key, .text($0.value)) }) }
}

extension Origin {
  /// `{ server: …, name: … }`
  var yaml: YAMLValue { .fields(["server": server.map { .text($0) }, "name": name.map { .text($0) }]) }
}

extension MeetingOptions {
  fileprivate var yaml: YAMLValue {
    .fields([
      "maxParticipants": maxParticipants == 0 ? nil : .number(maxParticipants),
      "duration": durationInMinutes == 0 ? nil : .duration(.seconds(60 * durationInMinutes)),
      "welcome": welcome.map { .text($0) }, "voiceBridge": voiceBridge.map { .text($0) },
      "dialNumber": dialNumber.map { .text($0) },
      "guestPolicy": guestPolicy == .alwaysAccept ? nil : .text(guestPolicy.rawValue),
      "logoutURL": logoutURL.map { .text($0) }, "endWhenNoModerator": .set(endWhenNoModerator),
    ])
  }
}

extension BreakoutPlan {
  fileprivate var yaml: YAMLValue {
    .fields([
      "at": .duration(at), "rooms": .number(rooms), "lasts": .duration(lasts),
      "names": names.isEmpty ? nil : .texts(names), "record": .set(record), "freeJoin": .set(freeJoin),
      "who": who == .viewers ? nil : .text(who.rawValue),
    ])
  }
}

extension BreakoutPlace {
  fileprivate var yaml: YAMLValue {
    .fields(["of": .text(parent), "sequence": .number(sequence), "freeJoin": .set(freeJoin)])
  }
}

extension RecordingPlan {
  fileprivate var yaml: YAMLValue {
    .fields([
      "unprocessed": .duration(unprocessed), "processing": .duration(processing),
      "processed": processed == .zero ? nil : .duration(processed), "then": .text(then.rawValue),
      "formats": formats == RecordingPlan().formats ? nil : .texts(formats),
    ])
  }
}

extension RecordingStock {
  /// An entry of `recordings`.
  var yaml: YAMLValue {
    let usual = RecordingStock(count: count, state: state, spread: spread)
    return .line(of: [
      "count": .number(count), "state": .text(state.rawValue), "spread": .duration(spread),
      "drains": drains.map { .duration($0) },
      "then": drains == nil || then == usual.then ? nil : .text(then.rawValue),
      "formats": formats == usual.formats ? nil : .texts(formats),
      "name": name == usual.name ? nil : .text(name), "id": id.map { .text($0) },
      "origin": origin?.yaml, "metadata": metadata.isEmpty ? nil : metadata.yaml, "lasts": lasts?.yaml,
      "participants": participants?.yaml,
    ])
  }
}
