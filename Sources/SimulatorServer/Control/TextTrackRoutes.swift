import BBBAPI
import HTTPTypes
import Hummingbird
import NIOCore
import SimulatorCore

extension ControlRouter {
  /// The files behind `getRecordingTextTracks`, and the question that nginx asks before it hands one out (facts §2.14).
  func addTextTracks(to group: RouterGroup<ControlContext>) {
    let fleet = fleet
    group.get("/textTrack/{token}/{recordID}/{file}") { request, context in
      let server = try ControlCall(request, context, fleet: fleet, makesServer: false).server
      let grant = TextTrackGrant(
        recordID: context.parameters.get("recordID") ?? "", fileName: context.parameters.get("file") ?? "",
        token: context.parameters.get("token") ?? "")
      guard let track = server.simulator.redeem(grant, at: server.clock.now) else {
        return Response.refusal
      }
      return Response(
        status: .ok, headers: [.contentType: "text/vtt"],
        body: .init(byteBuffer: ByteBuffer(string: track.content)))
    }
    group.get("/bigbluebutton/textTrack/validateAuthToken") { request, context in
      let server = try ControlCall(request, context, fleet: fleet, makesServer: false).server
      let isValid =
        request.textTrackGrant.flatMap { server.simulator.redeem($0, at: server.clock.now) } != nil
      // The media type's halves are BBB's, in its order.
      return Response(
        status: isValid ? .ok : .unauthorized,
        headers: [.cacheControl: "no-cache", .contentType: "plain/text"],
        body: .init(byteBuffer: ByteBuffer(string: isValid ? "authorized" : "unauthorized")))
    }
  }
}

extension Request {
  /// What nginx passes on of the address; nil when a part is missing.
  fileprivate var textTrackGrant: TextTrackGrant? {
    guard let token = header("x-textTrack-token"), let recordID = header("x-textTrack-recordId"),
      let file = header("x-textTrack-track")
    else { return nil }
    return TextTrackGrant(recordID: recordID, fileName: file, token: token)
  }

  private func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

extension Response {
  fileprivate static var refusal: Response {
    Response(
      status: .unauthorized, headers: [.contentType: "text/html"],
      body: .init(
        byteBuffer: ByteBuffer(
          string: "<html><head><title>401 Authorization Required</title></head></html>\n")))
  }
}
