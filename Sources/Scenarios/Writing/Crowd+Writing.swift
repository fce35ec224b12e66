import BBBAPI

extension Crowd {
  /// What stands behind the crowd's name.
  var yaml: YAMLValue {
    .line(of: [
      "role": role == .viewer ? nil : .text(role.word), "audio": audio, "camera": .share(camera),
      "client": clientsYAML,
    ])
  }

  private var audio: YAMLValue? {
    guard listening > 0 || microphone > 0 else { return nil }
    return .fields(["listening": .share(listening), "microphone": .share(microphone)])
  }

  /// Nil for browsers alone.
  var clientsYAML: YAMLValue? {
    guard clients != Crowd(name: "").clients else { return nil }
    if clients.count == 1, clients[0].weight == 1 { return .text(clients[0].value.rawValue) }
    return .mapping(clients.map { .init($0.value.rawValue, .word(NumberText.weight($0.weight))) })
  }
}

extension Role {
  /// The word that scenarios have for it.
  var word: String {
    switch self {
    case .moderator: "moderator"
    case .viewer: "viewer"
    case .dialInUser: "dial-in"
    }
  }
}
