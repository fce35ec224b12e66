// What went over the wire in a case that went wrong, folded away.
extension HTMLReport {
  /// How much of the exhibits stands on the page; report.json has all that was kept.
  private enum Most {
    static let exhibitsOfCase = 24
    static let exhibitsOfPage = 3_000
    static let lines = 300
    static let bytes = 32_768
  }

  /// The exhibits of a case on a page that explains `others` cases.
  func exhibits(_ exhibits: [Exhibit], among others: Int) -> Markup {
    guard !exhibits.isEmpty else { return .empty }
    let count = min(Most.exhibitsOfCase, Most.exhibitsOfPage / max(1, others))
    let surplus = exhibits.count - count
    let rest: Markup = surplus > 0 ? "\n<p class=\"why\">\(surplus) more exhibits in report.json</p>" : .empty
    return """
      <p class="why">What went over the wire, and what there was to see:</p>
      <div class="exhibits">
      \(exhibits.prefix(count).map(exhibit))
      </div>\(rest)
      """
  }

  private func exhibit(_ exhibit: Exhibit) -> Markup {
    let (shown, left) = exhibit.text.cut(toBytes: Most.bytes)
    let all = shown.visibleLines
    let lines = all.last == "" ? all.dropLast() : all[...]
    let text: [Markup] = lines.prefix(Most.lines).map { "\($0)" }
    let surplus = lines.count - Most.lines
    let ends = [
      surplus > 0 ? "… \(surplus) more lines" : nil, Self.words(omitted: exhibit.omittedBytes + left),
    ]
    let notes: [Markup] = ends.compactMap(\.self).map { "<span class=\"gap\">\($0)</span>" }
    let body: Markup = text.isEmpty && notes.isEmpty ? "<em>nothing</em>" : "\(text + notes)"
    return """
      <details><summary>\(exhibit.title.isEmpty ? "exhibit" : exhibit.title)</summary>
      <pre class="quotation">\(body)</pre></details>
      """
  }

  private static func words(omitted bytes: Int) -> String? {
    bytes > 0 ? "… \(bytes.grouped) bytes more" : nil
  }
}
