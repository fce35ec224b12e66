/// Why a folder can't hold the tree; nothing in it was changed.
public enum DiskTreeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder holds something, and nothing says that bbb-sim put it there.
  case foreign(path: String)
  /// Something else stands where a folder of the tree belongs, such as a symbolic link.
  case inTheWay(path: String)
  /// The system does not let it be read or written.
  case inaccessible(path: String, reason: String)

  /// One line for the user: what, where, how to mend it.
  public var description: String {
    switch self {
    case .foreign(let path):
      "\(path) is not empty, and not a tree of bbb-sim. Name an empty folder, or one that does not exist"
    case .inTheWay(let path):
      "\(path) is in the way and is no plain folder. Remove it, or name another folder"
    case .inaccessible(let path, let reason): "can't write \(path): \(reason)"
    }
  }
}
