import BBBClient

/// Everything under watch at one moment.
struct Watchlist: Sendable {
  /// What `/metrics` shows; nil when only targets are configured.
  let single: Scraper?
  /// What `/probe` shows, in the order of the targets file.
  let targets: [Target]
  private var singleWatch: Watch?
  private var watches: [String: Watch] = [:]
  private let shelf: ExchangeShelf

  /// Watches what a configuration names; servers that were watched before keep their memories.
  init(_ configuration: Configuration, after old: Watchlist?, by maker: WatchMaker) throws(TLSTrustError) {
    let metrics = configuration.settings.metrics
    var shelf = ExchangeShelf(after: old?.shelf)
    if let server = configuration.settings.server {
      singleWatch = try maker.watch(server, metrics, through: &shelf, after: old?.singleWatch)
    }
    single = singleWatch?.scraper
    targets = configuration.targets
    for target in targets {
      watches[target.name] = try maker.watch(
        target.server, target.metrics(metrics), through: &shelf, after: old?.watches[target.name],
        called: target.name)
    }
    self.shelf = shelf.settled()
  }

  /// The list of one server whose scraper others made.
  init(single: Scraper) {
    self.single = single
    targets = []
    shelf = ExchangeShelf()
  }

  /// The watch on a target; nil when there is none of this name.
  func watch(on name: String) -> Watch? { watches[name] }

  /// Every watch.
  var all: [Watch] { (singleWatch.map { [$0] } ?? []) + names.compactMap { watches[$0] } }

  /// The names of the targets in the order of their file.
  var names: [String] { targets.map(\.name) }

  /// Lets every scrape that is under way have its page now.
  func endSoon() {
    single?.endSoon()
    for watch in watches.values { watch.scraper.endSoon() }
  }
}

extension Watchlist {
  /// What is different from an earlier list, for the log.
  func changes(since old: Watchlist) -> String {
    let (before, now) = (Set(old.names), Set(names))
    let kept = now.intersection(before)
    let changed = kept.count { watches[$0]?.scraper !== old.watches[$0]?.scraper }
    let (new, gone) = (now.subtracting(before).count, before.subtracting(now).count)
    return "targets: \(names.count) (\(new) new, \(changed) changed, \(gone) gone)"
  }
}
