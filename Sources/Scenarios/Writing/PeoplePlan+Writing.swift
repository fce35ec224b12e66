import BBBAPI

extension PeoplePlan {
  /// An entry of `people`.
  var yaml: YAMLValue {
    guard case .mapping(let who) = name == nil ? unnamed : named, case .mapping(let stay) = stay else {
      preconditionFailure("people are not written as a mapping")
    }
    return .line(.mapping(who + stay))
  }

  private var named: YAMLValue {
    let client = crowd.clients.first?.value ?? .html5
    let isOnTelephone = client == .dialIn
    let usualRole = isOnTelephone ? Role.dialInUser : .viewer
    // A telephone is a microphone, unless the file says otherwise.
    let isSilenced = isOnTelephone && crowd.microphone == 0 && crowd.listening == 0
    return .fields([
      "name": .text(name ?? ""), "userID": userID.map { .text($0) },
      "role": crowd.role == usualRole ? nil : .text(crowd.role.word),
      "client": client == .html5 ? nil : .text(client.rawValue), "listening": .set(crowd.listening > 0),
      "microphone": isSilenced ? .word("false") : .set(crowd.microphone > 0 && !isOnTelephone),
      "camera": crowd.camera > 0 ? .number(cameraStreams) : nil,
    ])
  }

  private var unnamed: YAMLValue {
    let isDescribedHere = crowd.name.isEmpty
    return .fields([
      "count": .number(count), "streams": cameraStreams == 1 ? nil : .number(cameraStreams),
      "crowd": isDescribedHere ? nil : .text(crowd.name),
      "role": isDescribedHere && crowd.role != .viewer ? .text(crowd.role.word) : nil,
      "listening": isDescribedHere ? .share(crowd.listening) : nil,
      "microphone": isDescribedHere ? .share(crowd.microphone) : nil,
      "camera": isDescribedHere ? .share(crowd.camera) : nil,
      "client": isDescribedHere ? crowd.clientsYAML : nil,
    ])
  }

  private var stay: YAMLValue {
    .fields([
      "joins": joins == .at(.zero) ? nil : joins.yaml, "leaves": leaves?.yaml, "waits": waits?.yaml,
      "userdata": customData.isEmpty ? nil : .mapping(customData.map { .init($0.key, .text($0.value)) }),
    ])
  }
}

extension Spread {
  fileprivate var yaml: YAMLValue {
    switch self {
    case .at(let moment): .duration(moment)
    case .within(let stretch): .fields(["within": .duration(stretch)])
    }
  }
}

extension Departure {
  fileprivate var yaml: YAMLValue {
    switch self {
    case .at(let moment): .duration(moment)
    case .beforeEnd(let stretch): .fields(["before end": .duration(stretch)])
    case .after(let stay): .fields(["after": stay.yaml])
    }
  }
}

extension Wait {
  fileprivate var yaml: YAMLValue {
    isAdmitted ? .duration(time) : .fields(["for": .duration(time), "then": .text("denied")])
  }
}
