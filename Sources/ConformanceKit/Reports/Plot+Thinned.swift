extension Plot.Line {
  /// The course in stretches without a gap: what is not finite interrupts it.
  ///
  /// More than `most` points are thinned: of each run of neighbours the lowest and the highest stay, in their order, so
  /// that no peak is lost.
  func stretches(most: Int) -> [[Plot.Point]] {
    let stretches = points.split { !$0.x.isFinite || !$0.y.isFinite }
    let total = stretches.reduce(0) { $0 + $1.count }
    guard total > most else { return stretches.map(Array.init) }
    let run = (2 * total + most - 1) / most
    // A hostile course of gaps alone must not become as many pieces.
    return stretches.prefix(most).map { $0.thinned(inRunsOf: run) }
  }
}

extension ArraySlice<Plot.Point> {
  fileprivate func thinned(inRunsOf length: Int) -> [Plot.Point] {
    let inner = stride(from: startIndex, to: endIndex, by: length).flatMap { start in
      self[start..<Swift.min(start + length, endIndex)].extremes
    }
    let ends = [first, last].compactMap(\.self)
    return ends.prefix(1).filter { $0 != inner.first } + inner + ends.suffix(1).filter { $0 != inner.last }
  }

  /// The lowest and the highest point, in their order; one point if they are the same.
  private var extremes: [Plot.Point] {
    guard let low = indices.min(by: { self[$0].y < self[$1].y }),
      let high = indices.max(by: { self[$0].y < self[$1].y })
    else { return [] }
    return low == high ? [self[low]] : [self[Swift.min(low, high)], self[Swift.max(low, high)]]
  }
}
