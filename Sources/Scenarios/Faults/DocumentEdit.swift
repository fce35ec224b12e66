/// A change to a document that was right: what a server of another make, or with a defect, would have written.
public enum DocumentEdit: Sendable, Equatable {
  /// The elements are left out.
  case remove(ElementPath)
  /// The elements stand twice, one after the other.
  case double(ElementPath)
  /// The elements hold this text and nothing else; it is escaped.
  case text(ElementPath, String)
  /// The elements begin with this markup, which stands there as it is.
  case insert(ElementPath, String)
  /// Every occurrence of a text, wherever it stands, becomes another.
  case replace(String, by: String)
}

/// Which elements of a document are meant: `meetings/meeting[2]/participantCount`, from the root's children down.
public struct ElementPath: Sendable, Equatable {
  /// One name of a path.
  public struct Step: Sendable, Equatable {
    /// The element's name.
    public var name: String
    /// Which of that name in its parent, from 1; nil means each of them.
    public var number: Int?
  }

  /// The names, at least one.
  public let steps: [Step]

  /// Reads a path; nil when it is none.
  public init?(_ text: String) {
    let steps = text.split(separator: "/", omittingEmptySubsequences: false).map(Step.init)
    guard !steps.isEmpty, steps.allSatisfy({ $0 != nil }) else { return nil }
    self.steps = steps.compactMap(\.self)
  }
}

extension ElementPath.Step {
  /// `meeting` or `meeting[2]`.
  fileprivate init?(_ text: Substring) {
    let name = text.prefix { $0 != "[" }
    let rest = text.dropFirst(name.count)
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isInName) else { return nil }
    self.init(name: String(name), number: nil)
    guard !rest.isEmpty else { return }
    guard rest.hasSuffix("]"), let number = Int(rest.dropFirst().dropLast()), number >= 1 else { return nil }
    self.number = number
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
