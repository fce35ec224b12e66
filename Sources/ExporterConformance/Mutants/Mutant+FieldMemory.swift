import BBBAPI
import ConformanceKit
import TimelineEngine

extension Mutant {
  /// What is remembered too long, or not long enough, or of the wrong meetings.
  static let fieldMemory = [
    Mutant(
      "metrics/origin-of-the-past", "An origin whose meetings have ended stays with its last value.",
      from: "ceph_exporter #102, homelab-monitor #6", claimedBy: ["origins/gone"],
      .answer { answer, earlier in answer.keepPast("bbb_meetings_participants_origin", of: earlier) }),
    Mutant(
      "metrics/client-of-the-past", "A client type that nobody has any more stays with its last value.",
      from: "pingdom-exporter #1, solace-prometheus-exporter #84", claimedBy: ["clients/gone"],
      .answer { answer, earlier in answer.keepPast("bbb_meetings_participant_clients", of: earlier) }),
    Mutant(
      "metrics/highest-ever", "bbb_meetings_participants_max never falls.",
      from: "a maximum that nobody resets",
      claimedBy: ["meetings/people-who-left", "meetings/lecture-day-all-day"],
      .answer { answer, earlier in
        let name = "bbb_meetings_participants_max"
        let highest = (earlier + [answer]).compactMap { PageText($0.body).value(name) }.max()
        var page = PageText(answer.body)
        if let highest, page.value(name) != nil { page.set(name, to: highest) }
        answer.body = page.bytes
      }),
    Mutant(
      "metrics/latency-of-this-scrape", "The histogram knows only the calls of this scrape.",
      from: "contract §2: cumulative over the life of the process", claimedBy: ["latency/every-call-counted"],
      .page { $0.edit("bbb_api_latency_count") { $0.number = 1 } }),
    Mutant(
      "metrics/counters-reset-by-failure", "A failed scrape sets the unique counters to 0.",
      from: "a collector that is made anew after an error",
      claimedBy: ["api/down-without-false-zeros"],
      .page { page in
        if page.value("bbb_api_up") == 0 { page.set("bbb_unique_meetings_total", to: 0) }
      }),
    Mutant(
      "metrics/empty-meetings-unseen", "A meeting without people is not among the unique ones.",
      from: "a loop over attendees",
      claimedBy: ["rooms/bucket-edges", "origins/meeting-without-participants"],
      .counted { page, world in
        page.add("bbb_unique_meetings_total", by: -Double(world.meetings.count { $0.participantCount == 0 }))
      }),
    Mutant(
      "metrics/people-of-breakouts-left-out", "Participants leave out breakout rooms.",
      from: "contract §2: every meeting",
      claimedBy: ["meetings/breakouts-counted-apart"],
      .counted { page, world in
        let people = world.meetings.filter { $0.details.breakout != nil }.reduce(0) {
          $0 + $1.participantCount
        }
        page.add("bbb_meetings_participants", by: -Double(people))
      }),
    Mutant(
      "metrics/rooms-of-breakouts-left-out", "Room histograms leave out breakout rooms.",
      from: "contract §2 _gcount: number of rooms", claimedBy: ["meetings/breakouts-counted-apart"],
      .counted { page, world in
        let rooms = Double(world.meetings.count { $0.details.breakout != nil })
        for count in counts { page.add("bbb_room_\(count.family)_gcount", by: -rooms) }
        page.edit("bbb_room_participants_bucket", "+Inf") { $0.number -= rooms }
      }),
  ]
}

extension ScrapeAnswer {
  /// Lets series of a name stay that stood on an earlier page and stand on this one no more.
  fileprivate mutating func keepPast(_ name: String, of earlier: [ScrapeAnswer]) {
    var page = PageText(body)
    guard let last = page.lines.lastIndex(where: { $0.hasPrefix(name + "{") }) else { return }
    let labels = Set(page.lines.compactMap { SampleLine($0)?.labels })
    let past = earlier.flatMap { PageText($0.body).lines }.filter { line in
      SampleLine(line).map { $0.name == name && !labels.contains($0.labels ?? "") } ?? false
    }
    let latest = Dictionary(past.compactMap { line in SampleLine(line).map { ($0.labels, line) } }) { $1 }
    page.lines.insert(contentsOf: latest.values.sorted(), at: last + 1)
    body = page.bytes
  }
}
