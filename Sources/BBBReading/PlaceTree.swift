import XMLStreaming

/// The places of an answer as tables, for one step per tag.
struct PlaceTree: Sendable {
  /// The only one; it is the same for every call.
  static let shared = PlaceTree()

  /// The tokens that the tables are made for: first the elements that are read.
  static let vocabulary = XMLVocabulary(ResponseElement.allCases.map(\.rawValue) + PassedOver.names)

  private let width = vocabulary.names.count
  private let children: [Place]
  private let parents: [Place]
  private let startingAnew: [PlaceSet]
  private let repeatable = Place.repeatable
  private let containers = Place.containers
  private let strict = Place.strict

  private init() {
    var children = [Place](repeating: .outside, count: Place.allCases.count * width)
    var descendants = [PlaceSet](repeating: [], count: Place.allCases.count)
    for place in Place.allCases {
      guard let (element, parent) = place.definition,
        let token = ResponseElement.allCases.firstIndex(of: element)
      else { continue }
      children[Int(parent.rawValue) * width + token] = place
      for ancestor in sequence(first: parent, next: { $0.definition?.parent }) {
        descendants[Int(ancestor.rawValue)].insert(place)
      }
    }
    for (place, names) in PassedOver.namesByPlace {
      for (token, name) in Self.vocabulary.names.enumerated() where names.contains(name) {
        children[Int(place.rawValue) * width + token] = .passedOver
      }
    }
    self.children = children
    startingAnew = Place.allCases.map { Place.repeatable.contains($0) ? descendants[Int($0.rawValue)] : [] }
    parents = Place.allCases.map { $0.definition?.parent ?? .outside }
  }

  /// The place that an element opens: ``Place/passedOver`` if nobody reads it there, ``Place/outside`` if it does not
  /// belong there.
  @inline(__always)
  func child(of place: Place, token: Int) -> Place {
    guard token >= 0 else { return .outside }
    return children[Int(place.rawValue) * width + token]
  }

  @inline(__always)
  func parent(of place: Place) -> Place { parents[Int(place.rawValue)] }

  /// Whether a place holds elements rather than a value.
  @inline(__always)
  func isContainer(_ place: Place) -> Bool { containers.contains(place) }

  /// Whether BBB alone names the elements of a place.
  func isStrict(_ place: Place) -> Bool { strict.contains(place) }

  /// Whether a place is an entry of a list.
  @inline(__always)
  func isRepeatable(_ place: Place) -> Bool { repeatable.contains(place) }

  /// What may stand again because an entry of a list begins: everything below it.
  @inline(__always)
  func startingAnew(in place: Place) -> PlaceSet { startingAnew[Int(place.rawValue)] }
}
