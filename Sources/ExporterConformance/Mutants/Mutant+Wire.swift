import BBBAPI
import ConformanceKit

extension Mutant {
  /// Exporters whose answers are right and do not arrive as they should, and exporters that ask the API otherwise.
  static let onTheWire = brokenAnswers + slowAnswers + asking

  private static let brokenAnswers = [
    Mutant(
      "wire/cut-off", "The connection ends in the middle of the page.",
      from: "exporter issues #61, #62: BrokenPipeError",
      claimedBy: ["api/up", "formats/open-metrics"], .wire(.cutOff)),
    Mutant(
      "wire/reset-halfway", "The connection is reset in the middle of the page.",
      from: "a worker that is killed while it writes",
      claimedBy: ["api/up", "formats/text-by-default"], .wire(.resetHalfway)),
    Mutant(
      "wire/refused-once", "The first scrape finds its connection reset.",
      from: "a listener that opens before there is anybody to answer",
      claimedBy: ["api/up", "settings/tls-verify-off"], .wire(.refused(first: 1))),
    Mutant(
      "wire/length-too-short",
      "The Content-Length is that of the characters, not of the bytes, or of another page.",
      from: "a length taken before the page is complete", claimedBy: ["api/up", "formats/text-by-default"],
      .wire(.misstatedLength(by: -200))),
    Mutant(
      "wire/length-too-long", "The Content-Length is more than the page has.",
      from: "a length taken before the page is encoded", claimedBy: ["api/up", "formats/text-by-default"],
      .wire(.misstatedLength(by: 200))),
    Mutant(
      "wire/malformed-chunk", "A chunk has a length that is no number.", from: "RFC 9112 §7.1",
      claimedBy: ["api/up"], .wire(.malformedChunk)),
    Mutant(
      "wire/unfinished-chunks", "The last chunk is missing.",
      from: "RFC 9112 §7.1: a message that is incomplete",
      claimedBy: ["api/up"], .wire(.unfinishedChunks)),
    Mutant(
      "wire/no-http", "The page comes without a status line.", from: "HTTP/0.9 of a handwritten server",
      claimedBy: ["api/up"], .wire(.nonsense)),
    Mutant(
      "wire/sent-elsewhere", "The page is elsewhere now.",
      from: "a router that redirects to a slash at the end",
      claimedBy: ["api/up", "formats/text-by-default"], .wire(.redirected(to: "/metrics/"))),
    Mutant(
      "wire/endless-head", "The head of the answer does not end.", from: "a hostile exporter",
      claimedBy: ["api/up"], .wire(.endlessHead(bytes: 4 << 20))),
    Mutant(
      "wire/padded", "More comes than any page has.", from: "a hostile exporter",
      claimedBy: ["api/up"], .wire(.padded(bytes: 65 << 20))),
  ]

  private static let slowAnswers = [
    Mutant(
      "wire/late", "A scrape takes four seconds, whatever the API does.",
      from: "exporter issue #12: slow scrapes", claimedBy: ["api/hang", "api/calls-side-by-side"],
      .wire(.late(.seconds(4)))),
    Mutant(
      "wire/dripping", "The page comes a few bytes at a time.",
      from: "a write without a buffer over a slow line",
      claimedBy: ["api/hang"], .wire(.dripped(bytes: 64, every: .milliseconds(100)))),
    Mutant(
      "wire/never-answers", "A scrape is taken and never answered.", from: "contract §4 API hangs",
      claimedBy: ["api/hang"], .wire(.never)),
  ]

  private static let asking = [
    Mutant(
      "api/calls-in-series", "The calls of a scrape run one after another.", from: "contract §4 slow API",
      claimedBy: ["api/calls-side-by-side"], .asks(.inSeries)),
    Mutant(
      "api/each-meeting-asked-for", "A scrape calls getMeetingInfo for each meeting.",
      from: "contract §3 requests: five calls a scrape; N + 1 queries",
      claimedBy: ["api/calls-of-a-scrape"], .asks(.eachMeeting)),
    Mutant(
      "api/recordings-asked-for-all-the-same", "getRecordings is called though recordings are off.",
      from: "contract §2 recordings off", claimedBy: ["recordings/switched-off"],
      .asks(.also([.getRecordings]))),
    Mutant(
      "api/failed-calls-again", "Calls that fail are made a second time at once.",
      from: "retries that make an outage worse", claimedBy: ["latency/failed-calls-counted"], .asks(.again)),
    Mutant(
      "api/without-limit", "Every recording is asked for to count them.",
      from: "contract §4 recordings by limit (#137)", claimedBy: ["recordings/asks-with-limit"],
      .asks(.without(["limit", "offset"]))),
    Mutant(
      "api/without-state", "The state is left out: what is published and unpublished comes for each.",
      from: "contract §3 requests: getRecordings for four states",
      claimedBy: ["recordings/by-state", "latency/every-call-counted"], .asks(.without(["state"]))),
    Mutant(
      "api/by-post", "The calls are made by POST.", from: "contract §3 requests: GET",
      claimedBy: ["api/calls-of-a-scrape"], .asks(.posting)),
  ]
}
