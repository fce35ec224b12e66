import BBBAPI
import Determinism

extension Reading where Value == [MeetingPlan] {
  /// An entry of `meetings`: one meeting, or with `count` or `repeats` several of a kind.
  static func meetings(_ context: ScenarioContext) -> Reading {
    Reading { field in
      field.mapping("a meeting") { m in
        let (plan, at) = m.meeting(context)
        let series = m.series(of: plan)
        for plan in series.distinct { context.enter(plan, of: m, at: at == nil ? nil : plan.at, series) }
        return series.meetings
      }
    }
  }
}

extension MappingReader {
  /// The meeting, and when it is created, nil where that is wrong in the file.
  fileprivate func meeting(_ context: ScenarioContext) -> (MeetingPlan, at: Duration?) {
    let id = required("id", .meetingID)
    let name = required("name", .meetingName)
    let read = optional("at", .duration)
    let at = self["at"] == nil ? .zero : read
    let lasts = required("lasts", .length)
    var plan = MeetingPlan(id: id ?? "", name: name ?? "", at: at ?? .zero, lasts: lasts ?? .zero)
    plan.record = optional("record", .flag) ?? false
    plan.origin = optional("origin", .origin)
    plan.metadata = optional("metadata", .metadata) ?? []
    plan.people = list("people", .people(context, span: lasts))
    plan.breakouts = optional("breakouts", .breakouts(span: lasts))
    plan.breakout = optional("breakout", .breakoutPlace(context, at: at))
    plan.recording = optional("recording", .recordingPlan)
    plan.options = meetingOptions()
    checkThatRecorded(plan)
    return (plan, at)
  }
}

extension ScenarioContext {
  /// Remembers a meeting of the file; `at` is nil where it is wrong.
  fileprivate func enter(_ plan: MeetingPlan, of m: MappingReader, at: Duration?, _ series: MeetingSeries) {
    guard !plan.id.isEmpty, let place = m["id"] else { return }
    let facts = MeetingFacts(
      file: place.sink.file, line: place.line, at: at, lasts: plan.lasts > .zero ? plan.lasts : nil,
      people: plan.people.compactMap(\.name), every: series.every, times: series.times)
    enter(meeting: plan.id, facts, at: place)
  }
}

extension MappingReader {
  fileprivate func checkThatRecorded(_ plan: MeetingPlan) {
    guard plan.recording != nil, !plan.record, self["record"]?.scalar ?? "false" == "false" else { return }
    self["recording"]?.report(
      "`recording` of a meeting that is not recorded", "without `record: true` there is nothing to process",
      fix: "add `record: true`, or remove `recording`")
  }
}

extension Reading where Value == String {
  /// 2 to 256 characters without a comma, as BBB demands of meeting IDs (facts §2.2).
  static var meetingID: Reading {
    sized("a meeting ID of 2 to 256 characters").that(
      { !$0.contains(",") }, is: "a meeting ID without a comma", fix: "write a hyphen instead")
  }

  /// 2 to 256 characters, as BBB demands of meeting names (facts §2.2).
  static var meetingName: Reading { sized("a meeting name of 2 to 256 characters") }

  /// BBB's Java counts UTF-16 units.
  private static func sized(_ expected: String) -> Reading {
    text.that({ (2...256).contains($0.utf16.count) }, is: expected, fix: "write 2 to 256 characters")
  }
}

extension Reading where Value == Origin {
  /// `{ server: lms.example.org, name: Moodle }`
  static var origin: Reading {
    Reading { field in
      field.mapping("an origin") { m in
        Origin(server: m.optional("server", .name), name: m.optional("name", .name))
      }
    }
  }
}

extension Reading where Value == [Metadatum] {
  /// A mapping of free keys to texts. BBB lower-cases the keys and ignores those of other characters (facts §4.10).
  static var metadata: Reading {
    Reading { field in
      field.entries("a mapping of metadata").compactMap { key, value in
        guard isMetadataKey(key) else {
          value.report(
            "\(value.name) is not a metadata key",
            "BBB ignores keys with other characters than letters, digits, hyphens",
            fix: "write a letter first, then letters, digits and hyphens")
          return nil
        }
        return Reading<String>.text.value(of: value).map { Metadatum(key.lowercased(), $0) }
      }
    }
  }

  private static func isMetadataKey(_ key: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
    return key.utf8.first.map(isLetter) ?? false
      && key.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }
}
