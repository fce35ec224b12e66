import Determinism

/// What makes a meeting with its own time and people a breakout room of another.
///
/// The room ends by its own time: the parent's end leaves it alone.
public struct BreakoutPlace: Sendable, Equatable {
  /// The external ID of the parent, which stands before the room in the file.
  public var parent: String
  /// How long after the parent's creation the room opens.
  public var opensAfterParent: Duration
  /// The room's number, from 1 to 1000.
  public var sequence: Int
  /// Whether people may choose this room themselves.
  public var freeJoin: Bool

  /// Gives a room its place.
  public init(parent: String, opensAfterParent: Duration, sequence: Int, freeJoin: Bool = false) {
    self.parent = parent
    self.opensAfterParent = opensAfterParent
    self.sequence = sequence
    self.freeJoin = freeJoin
  }
}

extension Reading where Value == BreakoutPlace {
  /// `{ of: calculus, sequence: 2, freeJoin: true }`; `at` is when the room opens, nil where that is wrong.
  static func breakoutPlace(_ context: ScenarioContext, at: Duration?) -> Reading {
    Reading { field in
      field.mapping("the place of a breakout room") { m in
        let parent = m.required("of", context.meeting)
        let sequence = m.required("sequence", .count(in: 1...1000))
        let freeJoin = m.optional("freeJoin", .flag) ?? false
        guard let parent, let sequence else { return nil }
        if let field = m["of"] { parent.facts.report(outside: at, at: field) }
        return BreakoutPlace(
          parent: parent.id, opensAfterParent: (at ?? .zero) - (parent.facts.at ?? .zero),
          sequence: sequence, freeJoin: freeJoin)
      }
    }
  }
}
