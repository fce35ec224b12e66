import Determinism
import HTTPTypes
import Hummingbird
import NIOCore
import Scenarios
import SimulatorCore
import TimelineEngine

/// The few pages that a person sees who opens the simulator in a browser.
enum Page {
  /// What this is, and where to go on.
  static func home(_ server: SimulatedServer) -> Response {
    let scenario = server.simulator.timeline.scenario
    let world = server.world
    return html(
      """
      <h1>bbb-sim</h1>
      <p>A BigBlueButton server that exists only in software. It plays
      <strong>\(escaped(scenario.name))</strong>: \(escaped(scenario.about))</p>
      <dl>
      <dt>Now</dt><dd>\(world.instant.iso8601)</dd>
      <dt>Meetings</dt><dd>\(world.meetings.count)</dd>
      <dt>People</dt><dd>\(world.participantCount)</dd>
      <dt>Recordings</dt><dd>\(world.recordings.count)</dd>
      </dl>
      <ul>
      <li><a href="/bigbluebutton/api/">/bigbluebutton/api/</a> the API; every call but this one is signed</li>
      <li><a href="/_sim/world">/_sim/world</a> the world as JSON</li>
      <li><a href="/_sim/clock">/_sim/clock</a> the simulated clock</li>
      <li><a href="/_sim/requests">/_sim/requests</a> the latest requests</li>
      </ul>
      """)
  }

  /// Where `join` sends people; BBB's client would open here.
  static let joined = html(
    """
    <h1>You are in</h1>
    <p>This is a simulated BigBlueButton server: the meeting counts you as joined, and there is no client to open.</p>
    """)

  private static func html(_ body: String) -> Response {
    let page = """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>bbb-sim</title>
      <style>
      :root { color-scheme: light dark }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem }
      dt { opacity: .7 } dd { margin: 0; font-variant-numeric: tabular-nums }
      </style>
      \(body)
      </html>

      """
    return Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: page)))
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
