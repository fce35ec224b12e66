import BBBAPI
import BBBClient
import BBBReading

/// The synthetic probe of one server.
struct SyntheticProbe: Sendable {
  let server: WatchedServer
  let client: APIClient
  let memory: ProbeMemory
  /// The beginning of the IDs of its meetings.
  let prefix: String
  let limit: Duration
  let clock: ScrapeClock
  let log: QuietLog

  /// Runs once; to be called after ``ProbeMemory/begin()`` said yes.
  func run() async {
    let run = run(of: ProbeMeeting(prefix: prefix, secret: server.secret))
    await endLeftovers(by: run)
    let (outcome, mayRemain) = await run.perform()
    if mayRemain { memory.keep(run.meeting) }
    memory.end(outcome, at: clock.wall())
  }

  private func run(of meeting: ProbeMeeting) -> ProbeRun {
    ProbeRun(client: client, meeting: meeting, limit: limit, clock: clock, log: log)
  }

  /// Ends what an earlier run, or an earlier process of the same exporter, could not end.
  private func endLeftovers(by run: ProbeRun) async {
    let found = memory.needsSweep ? await sweep(by: run) : []
    for meeting in memory.takeLeftovers() + found where !(await run.end(meeting)) {
      memory.keep(meeting)
    }
  }

  private func sweep(by run: ProbeRun) async -> [ProbeMeeting] {
    guard
      let ids = await LeftoverSearch(client: client, prefix: prefix, limit: limit, clock: clock).meetingIDs()
    else { return [] }  // tried again by the next run
    memory.noteSweep()
    if !ids.isEmpty { log.warning("synthetic probe: \(ids.count) meetings of an earlier process are ended") }
    return ids.map { ProbeMeeting(meetingID: $0, secret: server.secret) }
  }
}

extension SyntheticProbe {
  /// The probe of a server under watch; nil when it is off.
  init?(_ watch: Watch, prefix: String, clock: ScrapeClock, log: QuietLog) {
    guard let memory = watch.scraper.probe else { return nil }
    let server = watch.server
    let client = APIClient(
      base: server.base, secret: server.secret, algorithm: server.algorithm,
      userAgent: ExporterIdentity.userAgent, exchange: watch.exchange)
    self.init(
      server: server, client: client, memory: memory, prefix: prefix, limit: watch.settings.scrapeTimeout,
      clock: clock, log: log)
  }
}

/// Looks for meetings that an earlier process of the same exporter left behind.
private struct LeftoverSearch: Sendable {
  let client: APIClient
  let prefix: String
  let limit: Duration
  let clock: ScrapeClock

  /// Nil when the server does not answer.
  func meetingIDs() async -> [String]? {
    let patience = Patience(limit, clock: clock)
    // Why it does not answer is told by the steps of the run that follows.
    return await patience.value { try? await found() } ?? nil
  }

  private func found() async throws(CallFailure) -> [String] {
    let reply = try await client.reply(to: APIRequest(.getMeetings))
    var reader = MeetingsReader(consumer: Sieve(prefix: prefix))
    try await reply.forEachChunk { chunk throws(CallFailure) in
      try reply.explaining { () throws(ReadingError) in try reader.feed(chunk) }
    }
    try reply.explaining { () throws(ReadingError) in try reader.finish() }.throwIfFailed()
    return reader.consumer.meetingIDs
  }

  private struct Sieve: MeetingsConsumer {
    let prefix: String
    private(set) var meetingIDs: [String] = []

    init(prefix: String) { self.prefix = prefix }

    mutating func take(_ meeting: MeetingReading) {
      if let id = meeting.meetingID, id.hasPrefix(prefix), meetingIDs.count < 100 { meetingIDs.append(id) }
    }

    mutating func note(_ anomaly: Anomaly, in element: ResponseElement) {}
  }
}
