/// Sums by key of which only so many keys are told apart; what belongs to the others is one sum.
///
/// The smallest keys are kept, so that series neither come nor go because a server lists its meetings in another order.
/// While an answer passes, twice as many are held at most.
struct CappedSums<Key: Hashable & Comparable & Sendable>: Sendable {
  private let limit: Int
  /// Kept in any case, and there from the start.
  private let pinned: Set<Key>
  private var sums: [Key: Double]
  /// Once keys have been let go: the largest that is kept.
  private var bound: Key?
  /// The sum of all keys that are not told apart.
  private(set) var rest = 0.0
  /// Whether there is a sum of the rest.
  private(set) var hasRest = false

  init(limit: Int, pinned: Set<Key> = []) {
    self.limit = limit
    self.pinned = pinned
    sums = Dictionary(uniqueKeysWithValues: pinned.map { ($0, 0) })
  }

  mutating func add(_ amount: Double, to key: Key) {
    if let bound, bound < key, !pinned.contains(key) { return addToRest(amount) }
    sums[key, default: 0] += amount
    if sums.count - pinned.count > 2 * limit { letGo() }
  }

  mutating func addToRest(_ amount: Double) {
    rest += amount
    hasRest = true
  }

  /// The sums in the order of their keys, that of the rest with its key among them.
  func entries(rest key: Key) -> [(key: Key, sum: Double)] {
    var final = self
    final.letGo()
    if final.hasRest { final.sums[key, default: 0] += final.rest }
    return final.sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Lets go of keys beyond the limit.
  mutating func letGo() {
    let others = sums.keys.filter { !pinned.contains($0) }
    guard others.count > limit else { return }
    let sorted = others.sorted()
    bound = sorted[limit - 1]
    for key in sorted[limit...] {
      if let sum = sums.removeValue(forKey: key) { addToRest(sum) }
    }
  }
}

extension CappedSums: Equatable {}
