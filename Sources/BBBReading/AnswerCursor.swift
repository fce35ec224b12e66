import XMLStreaming

/// Follows a document through the places of an answer and gathers the text of those that hold a value.
struct AnswerCursor {
  private let tree = PlaceTree.shared
  private var place = Place.outside
  /// How many elements are open below the innermost known place.
  private var foreignDepth = 0
  private var expectation = Expectation.nothing
  /// What stood already, each entry of a list starting anew.
  private(set) var seen: PlaceSet = []
  private(set) var text = TextBuffer()
  private(set) var root = Root.none

  /// The document's root element.
  enum Root: Equatable {
    case none
    case response
    /// Something else; its name if that is short and plain.
    case foreign(name: String?)
  }

  /// What a tag or a text means for the reader.
  enum Step {
    case nothing
    case closed(Place)
    case odd(Anomaly, ResponseElement)
  }

  /// What text means until the next tag.
  private enum Expectation {
    case nothing
    case value
    case blanks
  }
}

// Nearly all tags and texts of an answer belong to people, and most of those to elements that are passed over: what
// they need is inlined, the rest is not.
extension AnswerCursor {
  @inline(__always)
  mutating func start(_ name: borrowing XMLName) -> Step {
    if foreignDepth > 0 {
      foreignDepth &+= 1
      return .nothing
    }
    let next = tree.child(of: place, token: name.token)
    if next == .passedOver {
      passOver()
      return .nothing
    }
    if next == .outside { return pass(overUnknown: name) }
    return enter(next)
  }

  @inline(__always)
  mutating func end() -> Step {
    if foreignDepth > 0 {
      foreignDepth &-= 1
      if foreignDepth == 0 { expectText() }
      return .nothing
    }
    let closed = place
    place = tree.parent(of: closed)
    expectText()
    return .closed(closed)
  }

  @inline(__always)
  mutating func characters(_ characters: Span<UInt8>) -> Step {
    switch expectation {
    case .nothing: return .nothing
    case .value:
      text.append(characters)
      return .nothing
    case .blanks: return isBlank(characters) ? .nothing : reportStrayText()
    }
  }

  @inline(__always)
  private mutating func expectText() {
    expectation = tree.isContainer(place) ? .blanks : .value
  }

  @inline(__always)
  private mutating func passOver() {
    foreignDepth = 1
    expectation = .nothing
  }

  @inline(never)
  private mutating func pass(overUnknown name: borrowing XMLName) -> Step {
    passOver()
    if place == .outside { root = .foreign(name: Self.plainName(name)) }
    return tree.isStrict(place) ? .odd(.unknownElement, place.element) : .nothing
  }

  /// Of a repeated value the first counts; a repeated list is odd and read all the same, or its entries would be lost.
  @inline(never)
  private mutating func enter(_ next: Place) -> Step {
    let isContainer = tree.isContainer(next)
    let isRepeated = seen.contains(next) && !tree.isRepeatable(next)
    if isRepeated, !isContainer {
      passOver()
      return .odd(.repeatedElement, next.element)
    }
    place = next
    seen.insert(next)
    seen.subtract(tree.startingAnew(in: next))
    if next == .response { root = .response }
    if !isContainer { text.clear() }
    expectText()
    return isRepeated ? .odd(.repeatedElement, next.element) : .nothing
  }

  /// Reports text where only elements belong, once between two tags.
  @inline(never)
  private mutating func reportStrayText() -> Step {
    expectation = .nothing
    return .odd(.strayText, place.element)
  }

  @inline(__always)
  private func isBlank(_ characters: Span<UInt8>) -> Bool {
    for index in characters.indices where !isXMLSpace(characters[index]) { return false }
    return true
  }

  /// A name of at most 32 ASCII letters, digits, dots and hyphens.
  private static func plainName(_ name: borrowing XMLName) -> String? {
    name.withBytes { bytes in
      guard bytes.count <= 32 else { return nil }
      var text = ""
      for index in bytes.indices {
        let scalar = Unicode.Scalar(bytes[index])
        guard scalar.isASCII,
          scalar.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains(scalar)
        else { return nil }
        text.unicodeScalars.append(scalar)
      }
      return text
    }
  }
}
