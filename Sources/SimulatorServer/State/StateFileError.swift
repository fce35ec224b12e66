/// Why a state file can't be used; it is left as it was.
public enum StateFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Another process has it.
  case inUse(path: String)
  /// It is no state file of ours, or a broken one.
  case unreadable(path: String, reason: String)
  /// It was written by a version of bbb-sim with another format.
  case otherFormat(path: String, found: Int)
  /// It belongs to another day: what differs, in the file and as asked for.
  case mismatch(path: String, what: String, file: String, asked: String)
  /// The system does not let it be opened or written.
  case inaccessible(path: String, reason: String)

  /// One line for the user: what, where, how to mend it.
  public var description: String {
    switch self {
    case .inUse(let path):
      "\(path) is in use by another bbb-sim. Stop that one, or give each its own --state"
    case .unreadable(let path, let reason):
      "\(path) is no state of bbb-sim, or damaged (\(reason)). It was left as it is; name another file"
    case .otherFormat(let path, let found):
      "\(path) has format \(found), and this bbb-sim reads \(StateFile.format). Name another file"
    case .mismatch(let path, let what, let file, let asked):
      "\(path) was written with \(what) \(file), not \(asked). Start with the same, or name another file"
    case .inaccessible(let path, let reason):
      "can't write \(path): \(reason). Its folder must exist and be writable"
    }
  }
}
