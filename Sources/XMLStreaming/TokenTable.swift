import CLibXML2

/// Finds the token of an interned name by its address: libxml2 keeps equal names at one address.
///
/// Open addressing with linear probing over a table at most a quarter full; one multiplication and, nearly always, one
/// comparison a name.
struct TokenTable {
  private struct Slot {
    var name: UnsafePointer<UInt8>?
    var token: Int
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let capacity: Int
  private let shift: UInt

  /// Interns the vocabulary in a parser's dictionary, which must live as long as the table is used.
  init(of vocabulary: XMLVocabulary, in dictionary: xmlDictPtr?) {
    var bits: UInt = 2
    while 1 << bits < vocabulary.names.count * 4 { bits += 1 }
    capacity = 1 << bits
    shift = 64 - bits
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(name: nil, token: XMLName.unknownToken), count: capacity)
    for (token, name) in vocabulary.names.enumerated() {
      guard let interned = xmlDictLookup(dictionary, name, Int32(name.utf8.count)) else { continue }
      let index = index(of: interned)
      if slots[index].name == nil { slots[index] = Slot(name: interned, token: token) }
    }
  }

  /// The token of a name from the same dictionary.
  @inline(__always)
  func token(of name: UnsafePointer<UInt8>) -> Int {
    slots[index(of: name)].token
  }

  /// Frees the table; it is not used afterwards.
  func deallocate() {
    slots.deinitialize(count: capacity)
    slots.deallocate()
  }

  /// The slot that holds the name, or the free one where it would stand; a free slot always exists.
  @inline(__always)
  private func index(of name: UnsafePointer<UInt8>) -> Int {
    // Fibonacci hashing: the golden ratio's digits spread addresses that lie close together.
    var index = Int(
      truncatingIfNeeded: (UInt64(UInt(bitPattern: name)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    while let taken = slots[index].name, taken != name { index = (index &+ 1) & (capacity &- 1) }
    return index
  }
}
