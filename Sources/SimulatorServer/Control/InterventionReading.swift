import BBBAPI
import Scenarios
import SimulatorCore
import TimelineEngine

extension Reading where Value == Intervention {
  /// One event, in the words of a scenario's `timeline` and a few of its own, as in `{"leave": {"meeting": …}}`.
  static var event: Reading {
    Reading { field in field.mapping("an event") { $0.exactlyOne(of: kinds) } }
  }

  private static var kinds: [(key: String, reading: Reading)] {
    [
      ("create", create), ("join", join), ("leave", person { _ in .leave }),
      ("microphone", person { m in m.required("on", .flag).map { .audio($0 ? .microphone : .none) } }),
      ("listen", person { m in m.required("on", .flag).map { .audio($0 ? .listening : .none) } }),
      ("camera", person { m in m.required("streams", .streams).map { .camera(streams: $0) } }),
      ("presenter", person { _ in .presenter }), ("guests", guests), ("recording", recording), ("end", end),
    ]
  }

  private static func person(_ change: @escaping (MappingReader) -> PersonChange?) -> Reading {
    Reading { field in
      field.mapping("what a person does") { m in
        let (meeting, who) = (m.required("meeting", .name), m.required("who", .name))
        return change(m).map { .change(meeting: meeting ?? "", who: who ?? "", $0) }
      }
    }
  }

  private static var create: Reading {
    Reading { field in
      field.mapping("a meeting") { m in
        var parameters = [
          Metadatum("meetingID", m.required("id", .name) ?? ""),
          Metadatum("name", m.required("name", .name) ?? ""),
        ]
        if let record = m.optional("record", .flag) { parameters.append(Metadatum("record", "\(record)")) }
        for (key, value) in m["metadata"]?.entries("metadata") ?? [] {
          parameters.append(Metadatum("meta_" + key, Reading<String>.text.value(of: value) ?? ""))
        }
        return .create(parameters: parameters, people: m.list("people", .newcomer))
      }
    }
  }

  private static var join: Reading {
    Reading { field in
      field.mapping("somebody who comes") { m in
        let meeting = m.required("meeting", .name)
        return .join(meeting: meeting ?? "", m.newcomer())
      }
    }
  }

  private static var guests: Reading {
    Reading { field in
      field.mapping("a decision about guests") { m in
        let (meeting, who) = (m.required("meeting", .name), m.optional("who", .name))
        let decision = m.required(
          "decision", Reading<GuestStatus>.choice("a decision", of: [("allow", .allow), ("deny", .deny)]))
        return .guests(meeting: meeting ?? "", who: who, decision ?? .deny)
      }
    }
  }

  private static var recording: Reading {
    Reading { field in
      field.mapping("a recording's new state") { m in
        let id = m.exactlyOne(of: [("id", .name), ("meeting", .name)])
        let states = RecordingState.allCases.map { ($0.rawValue, $0) }
        let state = m.required("state", Reading<RecordingState>.choice("a state", of: states))
        return .recording(id ?? "", state ?? .published)
      }
    }
  }

  private static var end: Reading {
    Reading { field in
      field.mapping("an end") { m in .end(meeting: m.required("meeting", .name) ?? "") }
    }
  }
}

extension Reading where Value == Intervention.Newcomer {
  fileprivate static var newcomer: Reading {
    Reading { field in field.mapping("a person") { $0.newcomer() } }
  }
}

extension Reading where Value == Int {
  fileprivate static var streams: Reading {
    scalar("a number of camera streams", fix: "write a whole number from 0 to 100") { text in
      Int(text).flatMap { (0...100).contains($0) ? $0 : nil }
    }
  }
}

extension MappingReader {
  fileprivate func newcomer() -> Intervention.Newcomer {
    var person = Intervention.Newcomer(name: required("who", .name) ?? "")
    let roles = [("viewer", Role.viewer), ("moderator", .moderator)]
    person.role = optional("role", Reading<Role>.choice("a role", of: roles)) ?? .viewer
    person.userID = optional("userID", .name)
    if optional("listen", .flag) ?? false { person.audio = .listening }
    if optional("microphone", .flag) ?? false { person.audio = .microphone }
    person.cameraStreams = optional("camera", .streams) ?? 0
    return person
  }
}
