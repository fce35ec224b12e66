import BBBAPI
import Determinism
import Foundation
import Hummingbird
import NIOCore
import SimulatorCore

/// The calls below `/NAME/backoffice/`, by which Moodle's tests set the scene; this machine only, as the control API.
///
/// - Source: moodlehq/bigbluebutton_mock @17d8efd5; moodle/moodle `mod/bigbluebuttonbn/tests/generator/lib.php`.
struct BackofficeRouter {
  let fleet: ServerFleet

  func add(to group: RouterGroup<ControlContext>) {
    let fleet = fleet
    for call in BackofficeCall.allCases {
      group.get(RouterPath(call.rawValue)) { request, context in
        let server = try ControlCall(request, context, fleet: fleet).server
        let parameters = QueryParameters(decoding: request.uri.query ?? "")
        let errand = BackofficeErrand(server: server, parameters: parameters)
        let answer =
          try await errand.answer(to: call)
          ?? server.simulator.backoffice(
            call, parameters, playback: [Recording.PlaybackFormat](mock: parameters["playback"]),
            at: server.clock.now)
        // What was changed is written before it is acknowledged.
        try server.keepState()
        return Response(
          status: .init(code: answer.status), headers: [.contentType: "text/xml; charset=UTF-8"],
          body: .init(byteBuffer: ByteBuffer(string: answer.xml)))
      }
    }
  }
}

extension [Recording.PlaybackFormat] {
  /// Reads `{"format": [{"type": …, "url": …, "length": 30}]}`, or one format without a list; lengths are minutes.
  fileprivate init(mock json: String?) {
    let data = Data((json ?? "").utf8)
    // Moodle sends either form; what is neither brings no formats, as in the mock.
    let many = try? JSONDecoder().decode(MockPlayback<[MockFormat]>.self, from: data).format
    let one = try? JSONDecoder().decode(MockPlayback<MockFormat>.self, from: data).format
    self = (many ?? one.map { [$0] } ?? []).map { format in
      Recording.PlaybackFormat(
        type: format.type, url: format.url ?? "", processingTime: 0,
        lengthInMilliseconds: Int64(Swift.max(0, Swift.min(format.length ?? 0, 100_000))) * 60_000, size: 0)
    }
  }
}

private struct MockPlayback<Format: Decodable>: Decodable {
  let format: Format
}

private struct MockFormat: Decodable {
  let type: String
  let url: String?
  let length: Int?
}
