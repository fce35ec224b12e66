import Determinism

/// When a meeting was there, and when people in it may have come and gone.
struct MeetingSpan {
  /// When each poll took place.
  let offsets: [Duration]
  /// The polls that showed it first and last.
  let first: Int
  let last: Int
  /// When it opens and ends, after the recording began.
  let opens: Duration
  let ends: Duration

  /// How long BBB lists people who have left (facts §4.3).
  private static let listedAfterLeaving = Duration.seconds(60)

  /// Places a track in time.
  ///
  /// A meeting opens when the server says that it was created, if that lies between the poll that first showed it and
  /// the one before, else at that poll; it ends at the first poll that does not show it.
  init(of track: MeetingTrack, in recorder: Recorder) {
    (offsets, first, last) = (recorder.offsets, track.first, track.last)
    let seen = offsets[first]
    if first == 0 {
      opens = seen
    } else {
      let created = track.facts.createTime.map {
        $0.subtractingReportingOverflow(recorder.startedAt.millisecondsSinceEpoch)
      }
      let said = created.flatMap { $0.overflow ? nil : Duration.milliseconds($0.partialValue / 1000 * 1000) }
      opens = said.map { $0 > recorder.offsets[track.first - 1] && $0 <= seen ? $0 : seen } ?? seen
    }
    // What was still on is played for one interval more.
    ends = last + 1 < offsets.count ? offsets[last + 1] : offsets[last] + recorder.every
  }

  /// Whether it was over before the recording was.
  var hasEnded: Bool { last + 1 < offsets.count }

  /// When a poll took place.
  func offset(_ poll: Int) -> Duration { offsets[poll] }

  /// When somebody left who was online at the poll before `poll`, and was listed until the poll `listed`.
  ///
  /// As late as it may have been; so that the list forgets them between the same two polls.
  func departure(goneAt poll: Int, listedUntil listed: Int) -> Duration {
    guard poll < offsets.count else { return ends }
    let forgotten =
      listed < last && listed + 1 < offsets.count ? offsets[listed + 1] - Self.listedAfterLeaving : nil
    let latest = min(offsets[poll], forgotten ?? offsets[poll])
    return latest > offsets[poll - 1] ? latest : offsets[poll]
  }

  /// A stay between two polls, by somebody whom the list first showed after they had left; nil for one before the
  /// recording.
  func visit(before poll: Int, vanishing next: Int) -> (joins: Duration, leaves: Duration?)? {
    guard poll > 0 else { return nil }
    let leaves = departure(goneAt: poll, listedUntil: next - 1)
    let earliest = max(offsets[poll - 1], opens)
    guard leaves - earliest >= .milliseconds(2) else { return nil }
    return (earliest + .milliseconds((leaves - earliest).milliseconds / 2), leaves)
  }
}
