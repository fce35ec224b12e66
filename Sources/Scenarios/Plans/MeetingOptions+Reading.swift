import BBBAPI
import Determinism

extension MappingReader {
  /// The parameters of `create` among the keys of a meeting.
  func meetingOptions() -> MeetingOptions {
    var options = MeetingOptions()
    options.maxParticipants = optional("maxParticipants", .count(from: 1)) ?? 0
    options.durationInMinutes = optional("duration", .wholeMinutes) ?? 0
    options.welcome = optional("welcome", .text)
    options.voiceBridge = optional("voiceBridge", .voiceBridge)
    options.dialNumber = optional("dialNumber", .name)
    options.guestPolicy = optional("guestPolicy", .guestPolicy) ?? options.guestPolicy
    options.logoutURL = optional("logoutURL", .name)
    options.endWhenNoModerator = optional("endWhenNoModerator", .flag) ?? false
    return options
  }
}

extension Reading where Value == GuestPolicy {
  /// Who has to wait, in BBB's words.
  static var guestPolicy: Reading {
    choice("a guest policy", of: GuestPolicy.allCases.map { ($0.rawValue, $0) })
  }
}

extension Reading where Value == Int {
  /// A length in whole minutes, as BBB counts the `duration` of a meeting.
  static var wholeMinutes: Reading {
    Reading { field in
      let minutes = Reading<Duration>.length.that(
        { $0.milliseconds % 60_000 == 0 }, is: "a length in whole minutes",
        fix: "write a duration such as `45m`; BBB counts minutes")
      return minutes.value(of: field).map { Int($0.milliseconds / 60_000) }
    }
  }
}

extension Reading where Value == String {
  /// Digits that a telephone can dial.
  static var voiceBridge: Reading {
    text.that(
      { (1...12).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } },
      is: "a voice bridge", fix: "write up to twelve digits such as `71234`")
  }
}
