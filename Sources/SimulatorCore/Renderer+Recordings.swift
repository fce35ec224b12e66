import BBBAPI
import BBBWire

extension Renderer {
  /// The answers of the recording controller; those that succeed may be cached (facts §0).
  func reply(_ answer: RecordingAnswer, _ request: APIRequest) -> APIReply {
    switch answer {
    case .published(let submitted): .xml(Response.published(submitted), cacheable: true)
    case .deleted: .xml(Response.deleted(), cacheable: true)
    case .updated: .xml(Response.updated(), cacheable: true)
    case .textTracks(let granted):
      .json(
        Response.textTracks(granted.map { ($0.track, Self.address(of: $0.grant, request.serverURL)) }))
    case .textTracksFailed(let failure): .json(Response.textTracksFailed(failure))
    case .textTrackUploaded(let recordID): .json(Response.textTrackUploaded(recordID: recordID))
    case .textTrackRefused(let failure): .json(Response.textTrackRefused(failure))
    case .allNotAllowed: .xml(Response.allRecordingsNotAllowed(), cacheable: true)
    }
  }

  private static func address(of grant: TextTrackGrant, _ serverURL: String) -> String {
    "\(serverURL)/textTrack/\(grant.token)/\(grant.recordID)/\(grant.fileName)"
  }

  /// The answers of bbb-webhooks, whose headers say nothing about caches.
  func reply(_ answer: HookAnswer) -> APIReply {
    switch answer {
    case .created(let hook): .plainXML(Response.hookCreated(hook))
    case .exists(let hook): .plainXML(Response.hookExists(hook))
    case .destroyed: .plainXML(Response.hookDestroyed())
    case .listed(let hooks): .plainXML(Response.hooks(hooks))
    case .failed(let failure): .plainXML(Response.hookFailure(failure))
    // Written without a content type.
    case .pong: APIReply(status: 200, headers: [], body: Array("bbb-webhooks API up!".utf8))
    }
  }
}

extension APIReply {
  fileprivate static func json(_ body: [UInt8]) -> APIReply {
    APIReply(status: 200, headers: [.json, .noCache], body: body)
  }

  /// XML as Express sends it, which adds the charset behind a blank.
  fileprivate static func plainXML(_ body: [UInt8]) -> APIReply {
    APIReply(
      status: 200, headers: [Header(name: "Content-Type", value: "text/xml; charset=utf-8")], body: body)
  }
}
