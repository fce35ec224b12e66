import BBBAPI
import Determinism
import Scenarios

extension WorldDraw {
  /// Meetings of every size; those that come again stand behind each other with their days.
  func meetings() -> [MeetingPlan] {
    var random = stream("meetings")
    let count = [
      0, random.number(1...2), random.number(3...8), random.number(9...30), random.number(40...120),
    ][random.choose(weights: [8, 32, 44, 14, 2])]
    let large = random.chance(0.05) ? 0 : -1
    var plans: [MeetingPlan] = []
    for index in 0..<count {
      var random = key.child("meeting").child(index).stream
      var plan = meeting(index, isSmall: count > 30, &random)
      if index == large { plan.people.append(multitude(&random)) }
      plan.breakout = count > 1 ? place(of: plan, among: plans, &random) : nil
      plans += again(plan, &random)
    }
    return plans
  }

  private func meeting(_ index: Int, isSmall: Bool, _ random: inout RandomStream) -> MeetingPlan {
    let lasts = random.duration(minutes: 1...180)
    var plan = MeetingPlan(
      id: id(index, &random), name: name(index, &random), at: random.duration(minutes: 0...120), lasts: lasts)
    plan.record = random.chance(0.4)
    addOrigin(to: &plan, &random)
    plan.people = (0..<random.number(0...(isSmall ? 1 : 4))).map { people($0, span: lasts, &random) }
    plan.options = options(&random)
    if random.chance(0.2) { plan.breakouts = breakouts(span: lasts, &random) }
    if plan.record, random.chance(0.6) { plan.recording = recording(&random) }
    return plan
  }

  /// Distinct by the number at its end; BBB allows no comma.
  private func id(_ index: Int, _ random: inout RandomStream) -> String {
    let text = random.chance(0.5) ? HostileText.name(&random).replacing(",", with: ";").prefix(100) : "room"
    return "\(text)-\(index)"
  }

  private func name(_ index: Int, _ random: inout RandomStream) -> String {
    let text = random.chance(0.6) ? HostileText.name(&random) : "Meeting \(index)"
    return text.utf16.count < 2 ? text + " \(index)" : text
  }

  private func options(_ random: inout RandomStream) -> MeetingOptions {
    var options = MeetingOptions()
    guard random.chance(0.2) else { return options }
    if random.chance(0.3) { options.maxParticipants = random.number(1...2000) }
    if random.chance(0.3) { options.durationInMinutes = random.number(1...90) }
    if random.chance(0.3) { options.welcome = HostileText.name(&random) }
    if random.chance(0.3) { options.endWhenNoModerator = true }
    if random.chance(0.2) { options.guestPolicy = random.pick(GuestPolicy.allCases) }
    return options
  }

  private func breakouts(span: Duration, _ random: inout RandomStream) -> BreakoutPlan {
    let minutes = Int(span.milliseconds / 60_000)
    let at = random.number(0...max(0, minutes - 1))
    let lasts = random.number(1...max(1, minutes - at))
    var plan = BreakoutPlan(at: .seconds(60 * at), rooms: random.number(1...5), lasts: .seconds(60 * lasts))
    if random.chance(0.3) {
      plan.names = [HostileText.name(&random) + " room"].map { String($0.prefix(100)) }
    }
    plan.who = random.pick(BreakoutPlan.Visitors.allCases)
    plan.record = random.chance(0.2)
    plan.freeJoin = random.chance(0.3)
    return plan
  }

  /// Now and then a room of an earlier meeting that is on by then.
  private func place(of plan: MeetingPlan, among plans: [MeetingPlan], _ random: inout RandomStream)
    -> BreakoutPlace?
  {
    let parents = plans.filter {
      $0.breakout == nil && $0.at <= plan.at && plan.at < $0.at + $0.lasts && !$0.comesAgain(in: plans)
    }
    guard !parents.isEmpty, random.chance(0.1) else { return nil }
    let parent = random.pick(parents)
    return BreakoutPlace(
      parent: parent.id, opensAfterParent: plan.at - parent.at, sequence: random.number(1...1000),
      freeJoin: random.chance(0.5))
  }

  /// One in ten takes place two or three times under its ID.
  private func again(_ plan: MeetingPlan, _ random: inout RandomStream) -> [MeetingPlan] {
    guard plan.breakout == nil, random.chance(0.1) else { return [plan] }
    let every = plan.lasts + .seconds(60 * random.number(1...30))
    return (0..<random.number(2...3)).map { day in
      var next = plan
      next.at += every * day
      next.occurrence = day
      return next
    }
  }
}

extension MeetingPlan {
  /// Whether it takes place more than once.
  fileprivate func comesAgain(in plans: [MeetingPlan]) -> Bool { plans.count { $0.id == id } > 1 }
}
