import BBBAPI
import BBBWire
import Synchronization
import TimelineEngine

/// Turns decisions into bytes, outside of any lock but its own.
final class Renderer: Sendable {
  private let profile: Profile
  /// The latest `getMeetings` body; while nothing happens every poller gets the same bytes.
  private let latestMeetings = Mutex<(revision: UInt64, body: [UInt8])?>(nil)

  init(profile: Profile) {
    self.profile = profile
  }

  func reply(_ answer: Answer, to request: APIRequest) -> APIReply {
    switch answer {
    case .index: index(request)
    case .created(let meeting, let isDuplicate):
      .xml(Response.created(meeting, duplicate: isDuplicate), cacheable: false)
    case .joined(let session, let servletSession):
      .xml(Response.joined(session, profile: profile), cacheable: false).opening(servletSession)
    case .redirected(let session, let servletSession):
      .redirect(to: session.url).opening(servletSession)
    case .redirectedAway(let failure, let target):
      .redirect(to: JoinRedirect.location(failures: [failure], target: target))
    case .sentOn(let url): .redirect(to: url)
    case .running(let isRunning): .xml(Response.running(isRunning), cacheable: false)
    case .ended: .xml(Response.ended(), cacheable: false)
    case .meetings(let list, let revision): .xml(meetings(list, revision), cacheable: false)
    case .meetingInfo(let meeting): .xml(Response.getMeetingInfo(meeting, profile: profile), cacheable: true)
    case .sessions(let sessions): .xml(Response.getSessions(sessions), cacheable: false)
    case .insertedDocuments(let succeeded, let message):
      .xml(Response.insertDocument(succeeded: succeeded, message: message), cacheable: true)
    case .chatMessageSent: .xml(Response.chatMessageSent(), cacheable: true)
    case .signedOut: .xml(Response.signedOut(), cacheable: false)
    case .json(let value): APIReply(status: 200, headers: [.json, .noCache], body: value.prettyPrinted)
    case .nothing: APIReply(status: 200, headers: [], body: [])
    case .recordings(let recordings, let totalElements):
      .xml(
        Response.recordings(
          recordings.lazy.map { $0.linked(to: request.serverURL) }, totalElements: totalElements),
        cacheable: true)
    case .recording(let answer): reply(answer, request)
    case .hook(let answer): reply(answer)
    case .failed(let failure): .xml(Response.failure(failure), cacheable: false)
    case .failedTogether(let failures): .xml(Response.failures(failures), cacheable: false)
    case .page(let status): .page(status: status)
    case .methodNotAllowed(let methods): .methodNotAllowed(methods)
    }
  }

  /// JSON for a request that says it is JSON itself (facts §0.1).
  private func index(_ request: APIRequest) -> APIReply {
    let server = ServerInformation(host: request.hostAndPrefix)
    guard request.contentType == "application/json", profile.indexShape == .endpoints else {
      return .xml(Response.index(server, profile: profile), cacheable: false)
    }
    return APIReply(status: 200, headers: [.json, .noCache], body: Response.indexJSON(server))
  }

  private func meetings(_ list: MeetingList, _ revision: UInt64) -> [UInt8] {
    if let latest = latestMeetings.withLock({ $0 }), latest.revision == revision { return latest.body }
    let body = Response.getMeetings(list, profile: profile, capacity: Self.sizeGuess(list))
    latestMeetings.withLock { $0 = (revision, body) }
    return body
  }

  /// More than most bodies take; memory that is set aside and not written costs nothing.
  private static func sizeGuess(_ list: MeetingList) -> Int {
    list.reduce(1024) { $0 + 2048 + 384 * $1.attendees.count }
  }
}

extension Recording {
  /// The recording with playback links that lead to the server that was asked.
  fileprivate func linked(to serverURL: String) -> Recording {
    var linked = self
    for index in linked.formats.indices where linked.formats[index].url.hasPrefix("/") {
      linked.formats[index].url = serverURL + linked.formats[index].url
    }
    return linked
  }
}
