/// Why a document was refused, and where; never quotes the document, which may hold names and passwords.
public enum XMLStreamError: Error, Sendable, Equatable {
  /// Not well-formed XML in UTF-8, for a reason from a fixed list.
  case malformed(reason: String, at: XMLPosition)
  /// A document type declaration.
  case doctypeForbidden(at: XMLPosition)
  /// A reference to an entity other than `lt`, `gt`, `amp`, `quot` and `apos`.
  case entityForbidden(at: XMLPosition)
  /// More elements open than ``XMLLimits/depth``.
  case tooDeep(limit: Int, at: XMLPosition)
  /// More text between two tags than ``XMLLimits/textBytes``.
  case textTooLong(limit: Int, at: XMLPosition)
  /// A tag, comment, instruction or CDATA section longer than ``XMLLimits/markupBytes``.
  case markupTooLong(limit: Int, at: XMLPosition)
  /// More bytes than ``XMLLimits/totalBytes``.
  case documentTooLong(limit: Int, at: XMLPosition)
  /// Well-formed as far as it goes, but it ends too early.
  case truncated(at: XMLPosition)
  /// Nothing but white space.
  case empty
  /// libxml2 had no memory, or the document has more than about 5 MB of distinct names.
  case outOfMemory(at: XMLPosition)
}

/// Where the parser stood in the document.
public struct XMLPosition: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, roughly in characters, as libxml2 counts them; it may lie a little behind the cause.
  public let column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension XMLStreamError {
  /// Where the parser stood; nil for an empty document.
  public var position: XMLPosition? {
    switch self {
    case .malformed(_, let position), .doctypeForbidden(let position), .entityForbidden(let position),
      .tooDeep(_, let position), .textTooLong(_, let position), .markupTooLong(_, let position),
      .documentTooLong(_, let position), .truncated(let position), .outOfMemory(let position):
      position
    case .empty: nil
    }
  }

  private var summary: String {
    switch self {
    case .malformed(let reason, _): "not well-formed XML: \(reason)"
    case .doctypeForbidden: "a document type declaration is not accepted"
    case .entityForbidden: "an entity other than the five predefined ones is not accepted"
    case .tooDeep(let limit, _): "more than \(limit) elements deep"
    case .textTooLong(let limit, _): "a text is longer than \(limit) bytes"
    case .markupTooLong(let limit, _): "a tag, comment or section is longer than \(limit) bytes"
    case .documentTooLong(let limit, _): "the document is longer than \(limit) bytes"
    case .truncated: "the document ends too early"
    case .empty: "the document is empty"
    case .outOfMemory: "the parser has no more memory"
    }
  }
}

extension XMLStreamError: CustomStringConvertible {
  /// One line for a person, such as `line 3, column 7: the document ends too early`.
  public var description: String {
    position.map { "line \($0.line), column \($0.column): \(summary)" } ?? summary
  }
}
