import BBBAPI
import Determinism

extension Reading where Value == PeoplePlan {
  /// An entry of `people`: somebody with a name, or a number of people.
  ///
  /// `span` is how long the meeting lasts, nil when that is unknown.
  static func people(_ context: ScenarioContext, span: Duration?) -> Reading {
    Reading { field in
      field.mapping("an entry of `people`") { m in
        var people = m.has("name") ? m.namedPerson() : m.unnamedPeople(context)
        people.joins = m.optional("joins", .spread) ?? .at(.zero)
        people.leaves = m.optional("leaves", .departure)
        people.waits = m.optional("waits", .wait)
        people.customData = m.optional("userdata", .customData) ?? []
        StayCheck(people: people, span: span, m).report()
        return people
      }
    }
  }
}

extension MappingReader {
  /// Somebody with a name; what crowds have as shares, one person has or has not.
  fileprivate func namedPerson() -> PeoplePlan {
    kind = "a person with a name"
    let name = required("name", .name)
    let client = optional("client", .client) ?? .html5
    let streams = optional("camera", .cameraStreams) ?? 0
    let onTelephone = client == .dialIn
    var crowd = Crowd(
      name: name ?? "", role: optional("role", .role) ?? (onTelephone ? .dialInUser : .viewer))
    (crowd.listening, crowd.microphone) = oneAudio(telephone: onTelephone)
    crowd.camera = streams > 0 ? 1 : 0
    crowd.clients = [Weighted(client, weight: 1)]
    return PeoplePlan(
      name: name ?? "", userID: optional("userID", .name), crowd: crowd, cameraStreams: max(1, streams))
  }

  /// A telephone is a microphone, unless the file says otherwise.
  private func oneAudio(telephone: Bool) -> (listening: Double, microphone: Double) {
    let listening = optional("listening", .flag) ?? false
    let microphone = optional("microphone", .flag) ?? (telephone && !listening)
    if listening && microphone {
      self["listening"]?.report(
        "`listening` beside `microphone`", "who has a microphone open does not count as a listener",
        fix: "remove one of them")
    }
    return (listening ? 1 : 0, microphone ? 1 : 0)
  }

  /// So many of a crowd, which is either described under `crowds` or right here.
  fileprivate func unnamedPeople(_ context: ScenarioContext) -> PeoplePlan {
    kind = has("crowd") ? "a number of people of a crowd" : "a number of people"
    let count = required("count", .count())
    let streams = optional("streams", .count(in: 1...100)) ?? 1
    let crowd = has("crowd") ? required("crowd", context.crowd) : describedCrowd()
    return PeoplePlan(count: count ?? 0, crowd: crowd ?? Crowd(name: ""), cameraStreams: streams)
  }

  private func describedCrowd() -> Crowd {
    _ = self["crowd"]
    var crowd = Crowd(name: "", role: optional("role", .role) ?? .viewer)
    (crowd.listening, crowd.microphone) = audioShares()
    crowd.camera = optional("camera", .share) ?? 0
    crowd.clients = optional("client", .clients) ?? crowd.clients
    return crowd
  }
}

extension Reading where Value == Wait {
  /// `3m`, or `{ for: 3m, then: denied }`.
  fileprivate static var wait: Reading {
    either(
      mapping: Reading { field in
        field.mapping("a wait in the lobby") { m in
          let time = m.required("for", .duration)
          let isAdmitted = m.optional(
            "then", .choice("a decision", of: [("admitted", true), ("denied", false)]))
          return time.map { Wait(time: $0, isAdmitted: isAdmitted ?? true) }
        }
      },
      otherwise: Reading { field in Reading<Duration>.duration.value(of: field).map { Wait(time: $0) } })
  }
}

extension Reading where Value == [Metadatum] {
  /// A mapping of free keys to texts. BBB takes any key, even one that is no name in XML (facts §4.7).
  fileprivate static var customData: Reading {
    Reading { field in
      field.entries("a mapping of user data").compactMap { key, value in
        Reading<String>.text.value(of: value).map { Metadatum(key, $0) }
      }
    }
  }
}

extension Reading where Value == Int {
  /// `true` for one camera stream, `false` for none, or their number.
  static var cameraStreams: Reading {
    Reading { field in
      switch field.scalar {
      case "true": 1
      case "false": 0
      case let text? where NumberText.isWhole(text): Reading.count(in: 0...100).value(of: field)
      default: field.reject(asNo: "a camera", fix: "write `true`, `false` or the number of streams")
      }
    }.described(as: .either([.boolean, .integer(0...100)]))
  }
}
