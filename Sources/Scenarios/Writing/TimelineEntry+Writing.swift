import BBBAPI

extension TimelineEntry {
  /// An entry of `timeline`.
  var yaml: YAMLValue {
    .line(.mapping([.init("at", .duration(at)), action.yaml]))
  }
}

extension TimelineEntry.Action {
  fileprivate var yaml: YAMLValue.Entry {
    switch self {
    case .join(let meeting, let who): Self.entry("join", meeting, who)
    case .leave(let meeting, let who): Self.entry("leave", meeting, who)
    case .presenter(let meeting, let who): Self.entry("presenter", meeting, who)
    case .microphone(let meeting, let who, let on): Self.entry("microphone", meeting, who, ("on", "\(on)"))
    case .listen(let meeting, let who, let on): Self.entry("listen", meeting, who, ("on", "\(on)"))
    case .camera(let meeting, let who, let streams):
      Self.entry("camera", meeting, who, ("streams", "\(streams)"))
    case .guestDecision(let meeting, let who, let status):
      Self.entry(status == .allow ? "admit" : "deny", meeting, who)
    case .end(let meeting): .init("end", .text(meeting))
    case .recording(let meeting, let state): .init(Self.verb(state), .text(meeting))
    }
  }

  private static func entry(
    _ verb: String, _ meeting: String, _ who: String, _ how: (key: String, word: String)? = nil
  ) -> YAMLValue.Entry {
    let person = [YAMLValue.Entry("meeting", .text(meeting)), .init("who", .text(who))]
    return .init(verb, .mapping(person + (how.map { [.init($0.key, .word($0.word))] } ?? [])))
  }

  private static func verb(_ state: RecordingState) -> String {
    switch state {
    case .unpublished: "unpublish"
    case .deleted: "delete"
    default: "publish"
    }
  }
}
