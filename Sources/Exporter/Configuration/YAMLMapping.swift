import Wording
import Yams

/// The keys of one mapping, each asked for by name; it remembers which, so that all others are unknown.
final class YAMLMapping {
  /// The mapping as a whole.
  let place: YAMLField
  private let pairs: [(key: YAMLField, value: YAMLField)]
  private var known: [String] = []
  private var missing: [(key: String, fix: String)] = []
  private var forbidden: Set<String> = []

  init(of place: YAMLField, pairs: [(key: Node, value: Node)]) {
    self.place = place
    self.pairs = pairs.map { pair in
      let name = pair.key.scalar?.string ?? ""
      return (
        YAMLField(name: name, node: pair.key, sink: place.sink),
        YAMLField(name: name, node: pair.value, sink: place.sink)
      )
    }
  }

  /// The value of a key; nil when the key is not there. The key counts as known from then on.
  subscript(key: String) -> YAMLField? {
    if !known.contains(key) { known.append(key) }
    return pairs.first { $0.key.scalar == key }?.value
  }

  /// The value of a key that has to be there.
  func required(_ key: String, fix: String) -> YAMLField? {
    if let value = self[key] { return value }
    missing.append((key, fix))
    return nil
  }

  /// Refuses a key that must not be there, and says why.
  func forbid(_ key: String, _ reason: String, fix: String) {
    self[key]?.report("\(key) \(reason)", fix: fix)
    known.removeAll { $0 == key }
    forbidden.insert(key)
  }

  /// Reports the keys that nobody asked for, and those that are missing and not just misspelt.
  func reportUnknownKeys() {
    let absent = known.filter { name in !pairs.contains { $0.key.scalar == name } }
    var meant: Set<String> = []
    for key in pairs.lazy.map(\.key) where !isKnown(key) && !place.sink.isFull {
      let near = key.scalar.flatMap { NearestName.of($0, among: absent) }
      if let near { meant.insert(near) }
      let fix = near.map { "did you mean \($0)?" } ?? "the keys are \(known.joined(separator: ", "))"
      key.report("\(place.name) has no key \(key.name.shortened)", fix: fix)
    }
    for (key, fix) in missing where !meant.contains(key) {
      place.report("\(place.name) lacks \(key)", fix: fix)
    }
  }

  private func isKnown(_ key: YAMLField) -> Bool {
    key.scalar.map { known.contains($0) || forbidden.contains($0) } ?? false
  }
}
