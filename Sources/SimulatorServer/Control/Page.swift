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
  static func home(_ call: ControlCall) -> Response {
    let (server, prefix) = (call.server, call.prefix)
    let scenario = server.simulator.timeline.scenario
    let world = server.world
    return html(
      """
      <h1>bbb-sim</h1>
      <p>A BigBlueButton server that exists only in software. It plays
      <strong>\(escaped(scenario.name))</strong>: \(escaped(scenario.about))</p>
      <p>It is <strong>\(world.instant.iso8601)</strong> there.</p>
      <dl>
      <div><dt>Meetings</dt><dd>\(world.meetings.count)</dd></div>
      <div><dt>People</dt><dd>\(world.participantCount)</dd></div>
      <div><dt>Recordings</dt><dd>\(world.recordings.count)</dd></div>
      </dl>
      <ul>
      <li><a href="\(prefix)/bigbluebutton/api/">\(prefix)/bigbluebutton/api/</a><span>the API; every call but this one is signed</span></li>
      <li><a href="\(prefix)/_sim/world">\(prefix)/_sim/world</a><span>the world as JSON</span></li>
      <li><a href="\(prefix)/_sim/clock">\(prefix)/_sim/clock</a><span>the simulated clock</span></li>
      <li><a href="\(prefix)/_sim/requests">\(prefix)/_sim/requests</a><span>the latest requests</span></li>
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
      :root { color-scheme: light dark; --ink: #16202c; --soft: #5a6878; --paper: #f6f8fa; --card: #fff;
        --line: #dde3ea; --blue: #1565c0 }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6edf3; --soft: #94a3b4; --paper: #0f151c; --card: #18212b; --line: #2a3644; --blue: #6cb2ff }
      }
      body { margin: 12vh auto; max-width: 40rem; padding: 0 1.25rem; background: var(--paper); color: var(--ink);
        font: 16px/1.55 system-ui, sans-serif }
      h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem }
      dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin: 1.5rem 0 }
      dl div { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .6rem 1rem }
      dt, li span { color: var(--soft) }
      dd { margin: 0; font-size: 1.3rem; font-variant-numeric: tabular-nums }
      ul { list-style: none; margin: 1.5rem 0; padding: 0; background: var(--card); border: 1px solid var(--line);
        border-radius: .6rem }
      li { padding: .8rem 1.1rem; display: flex; gap: 1rem; flex-wrap: wrap }
      li + li { border-top: 1px solid var(--line) }
      a { color: var(--blue); font: 600 .95rem/1.6 ui-monospace, monospace; text-decoration: none; min-width: 11rem }
      a:hover, a:focus { text-decoration: underline }
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
