/// Stands for the ID of a recording in sets: 16 bytes instead of the hundred of a text.
///
/// A hundred thousand recordings fit in 4 MB that way. Two IDs share a key with a probability of 2⁻¹²⁸, and the hash
/// has a seed of its own in each process, so that nobody can make two that do.
struct RecordingKey: Hashable {
  private let first: Int
  private let second: Int

  init(_ id: some StringProtocol) {
    first = Self.hash(id, 1)
    second = Self.hash(id, 2)
  }

  private static func hash(_ id: some StringProtocol, _ salt: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(salt)
    hasher.combine(Substring(id))
    return hasher.finalize()
  }
}
