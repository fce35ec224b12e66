/// The secret that a server and its clients share (`securitySalt`); it never shows when printed, dumped or mirrored.
public struct SharedSecret: Sendable, Equatable {
  /// The secret itself, for hashing only.
  public var reveal: String

  /// Wraps a secret; an empty one switches the verification off (facts §1.1).
  public init(_ text: String) { reveal = text }

  /// Whether the server checks nothing because it has no secret.
  public var isEmpty: Bool { reveal.isEmpty }
}

extension SharedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder.
  public var description: String { "(secret)" }
  /// A placeholder.
  public var debugDescription: String { "(secret)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
