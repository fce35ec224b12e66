import BBBAPI
import Determinism
import Scenarios

extension WorldDraw {
  /// Somebody by name, or a number of people; they stay within the meeting, which lasts for `span`.
  func people(_ index: Int, span: Duration, _ random: inout RandomStream) -> PeoplePlan {
    var plan = random.chance(0.4) ? person(index, &random) : crowd(&random)
    plan.joins = joins(span, &random)
    plan.leaves = leaves(span, after: plan.joins, &random)
    if random.chance(0.05) {
      plan.waits = Wait(time: random.duration(minutes: 0...5), isAdmitted: random.chance(0.7))
    }
    if random.chance(0.15) {
      plan.customData = [
        Metadatum(random.pick(["bbb_skip_check_audio", "xmlns", "k"]), HostileText.name(&random))
      ]
    }
    return plan
  }

  private func person(_ index: Int, _ random: inout RandomStream) -> PeoplePlan {
    let name = (random.chance(0.6) ? HostileText.name(&random) : "Person") + " \(index)"
    let client = clientType(&random)
    let isOnTelephone = client == .dialIn
    var crowd = Crowd(
      name: name, role: isOnTelephone ? .dialInUser : random.pick([.moderator, .viewer]),
      clients: [Weighted(client, weight: 1)])
    switch random.nextInteger(below: 3) {
    case 0: crowd.listening = 1
    case 1: crowd.microphone = 1
    default: break
    }
    let streams = random.chance(0.4) && !isOnTelephone ? random.number(1...3) : 0
    crowd.camera = streams > 0 ? 1 : 0
    return PeoplePlan(
      name: name, userID: random.chance(0.3) ? HostileText.name(&random) + "-\(index)" : nil, crowd: crowd,
      cameraStreams: max(1, streams))
  }

  private func crowd(_ random: inout RandomStream) -> PeoplePlan {
    let count = [0, random.number(1...3), random.number(4...40), random.number(50...150)][
      random.choose(weights: [1, 5, 5, 1])]
    var crowd = Crowd(name: "", role: random.chance(0.2) ? .moderator : .viewer)
    crowd.listening = random.share()
    crowd.microphone = random.chance(0.5) ? (1 - crowd.listening) / 2 : 0
    crowd.microphone = (crowd.microphone * 100).rounded(.down) / 100
    crowd.camera = random.chance(0.5) ? random.share() : 0
    crowd.clients =
      random.chance(0.4)
      ? [Weighted(.html5, weight: 3), Weighted(clientType(&random), weight: 1)] : crowd.clients
    if crowd.clients.count == 2, crowd.clients[0].value == crowd.clients[1].value {
      crowd.clients.removeLast()
    }
    // So many streams that their number is grouped where numbers are.
    let streams = random.chance(0.1) ? random.number(2...60) : 1
    return PeoplePlan(count: count, crowd: crowd, cameraStreams: streams)
  }

  /// So many people that BBB up to 2.7 groups their number; at `required` just not.
  func multitude(_ random: inout RandomStream) -> PeoplePlan {
    var crowd = Crowd(name: "")
    crowd.listening = random.share()
    crowd.camera = random.share()
    return PeoplePlan(
      count: goesBeyondRequired ? random.number(1000...4000) : random.number(300...700), crowd: crowd)
  }

  private func clientType(_ random: inout RandomStream) -> ClientType {
    let known: [ClientType] = [.html5, .html5, .dialIn, .flash]
    guard goesBeyondRequired, random.chance(0.3) else { return random.pick(known) }
    return ClientType(
      rawValue: random.pick([
        "html5", "Html5", "Mobile-App", "mobile-app", "<Flash/>", "null", "a \"b\" \\c", "部屋",
      ]))
  }
}

extension WorldDraw {
  private func joins(_ span: Duration, _ random: inout RandomStream) -> Spread {
    // Nobody comes at the very moment of the end.
    let latest = Int(span.milliseconds) - 1
    let moment = Duration.milliseconds(min(Int(random.duration(minutes: 0...40).milliseconds), latest))
    switch random.nextInteger(below: 4) {
    case 0, 1: return .at(.zero)
    case 2: return .at(moment)
    default: return .within(moment)
    }
  }

  private func leaves(_ span: Duration, after joins: Spread, _ random: inout RandomStream) -> Departure? {
    let lastJoin =
      switch joins {
      case .at(let moment), .within(let moment): moment
      }
    let left = (span - lastJoin).milliseconds
    switch random.nextInteger(below: 6) {
    case 0 where left > 1: return .at(lastJoin + .milliseconds(random.number(1...Int(left))))
    case 1 where left > 1: return .beforeEnd(.milliseconds(random.number(0...Int(left) - 1)))
    case 2:
      return .after(DurationDistribution(seconds: .exponential(mean: Double(60 * random.number(1...60)))))
    default: return nil
    }
  }
}
