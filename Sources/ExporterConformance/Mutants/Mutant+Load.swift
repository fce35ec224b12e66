import BBBAPI
import ConformanceKit

extension Mutant {
  /// A companion that grows by a megabyte at a time, up to fifteen hundred.
  private static let leak = #"""
    awk 'BEGIN { page = "x"; while (length(page) < 1000000) page = page page
      while (n < 1500) { kept[n] = page n; n++; system("sleep 0.02") } }' & exec {exporter}
    """#

  /// Exporters that one scrape shows to be good, and many do not.
  static let underLoad = [
    Mutant(
      "behaviour/up-sticks", "After ten scrapes bbb_api_up does not change any more.",
      from: "0.7.1, contract §4 checksumError after a success",
      claimedBy: ["load/flap", "load/hang"],
      .answer { answer, earlier in
        guard earlier.count >= 10, let up = PageText(earlier[8].body).value("bbb_api_up") else { return }
        answer.edit { $0.set("bbb_api_up", to: up) }
      }),
    Mutant(
      "behaviour/recovers-late", "The first page after an outage is still that of the outage.",
      from: "a cache that is written after it was read",
      claimedBy: ["load/recovery", "load/flap", "load/flap-counted", "load/hang"],
      .answer { answer, earlier in
        if let last = earlier.last, PageText(last.body).value("bbb_api_up") == 0 { answer.body = last.body }
      }),
    Mutant(
      "behaviour/counts-again", "What was seen before an outage is counted again after it.",
      from: "contract §4 failed scrape between", claimedBy: ["load/flap-counted", "load/recovery"],
      .answer { answer, earlier in
        let outages = earlier.count { PageText($0.body).value("bbb_api_up") == 0 }
        answer.edit { $0.add("bbb_unique_meetings_total", by: 2 * Double(outages)) }
      }),
    Mutant(
      "behaviour/answers-mixed-up", "Each fiftieth scraper is given the page of another.",
      from: "a buffer that is shared between threads",
      claimedBy: ["load/sixty-four-scrapers", "load/soak"],
      .answer { answer, earlier in if earlier.count % 50 == 49 { answer.body = earlier[0].body } }),
    Mutant(
      "behaviour/shares-nothing", "Three scrapes' worth of calls are made for any number of scrapers.",
      from: "contract §4 scrapes at once", claimedBy: ["load/amplification"],
      .asks(.also([.getMeetings, .getMeetings]))),
    Mutant(
      "behaviour/calls-left-hanging", "A call that nobody waits for any more is not ended.",
      from: "contract §4 API hangs", claimedBy: ["load/hang"], .asks(.without([]))),
    Mutant(
      "behaviour/timeout-unheard", "The scraper's timeout is not heeded.", from: "contract §4 API hangs",
      claimedBy: ["load/hang", "load/scrape-timeout", "api/hang"],
      .unheard(header: "X-Prometheus-Scrape-Timeout-Seconds")),
    Mutant(
      "behaviour/calls-wait", "A call waits until the one before is answered.", from: "contract §4 slow API",
      claimedBy: ["load/serial-factor"], .asks(.inSeries)),
    Mutant(
      "behaviour/leaks-memory", "A megabyte is kept every fiftieth of a second.",
      from: "a list of all pages that were ever made", claimedBy: ["load/soak"], .script(leak)),
    Mutant(
      "behaviour/leaks-descriptors", "Ten children a second are left behind, each with its descriptors.",
      from: "a pool that is made anew for each scrape", claimedBy: ["load/soak", "load/clients-leave"],
      .script("{ while sleep 0.1; do sleep 600 & done; } & exec {exporter}")),
  ]
}

extension ScrapeAnswer {
  /// Rewrites the page.
  fileprivate mutating func edit(_ change: (inout PageText) -> Void) {
    var page = PageText(body)
    change(&page)
    body = page.bytes
  }
}
