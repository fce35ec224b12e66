import Scenarios

extension ElementPath: ExpressibleByStringLiteral {
  /// Makes a path from a literal in source code; a malformed one is a defect of that code and traps.
  init(stringLiteral text: String) {
    guard let path = ElementPath(text) else { preconditionFailure("`\(text)` is no path of elements") }
    self = path
  }
}
