/// The part of a file system that the exporter reads; blocking, so never called on an event loop.
public protocol FileTree: Sendable {
  /// The names of everything in a directory, in any order, without `.` and `..`.
  func names(in directory: String) throws(FileTreeError) -> [String]

  /// The content of a small file of UTF-8.
  func text(of file: String) throws(FileTreeError) -> String
}

/// Why something in a file system cannot be read.
public enum FileTreeError: Error, Sendable, Equatable {
  /// Nothing lies at the path.
  case missing
  /// A directory was expected, or a file.
  case wrongKind
  /// This user may not read it.
  case denied
  /// More than ``LocalFileTree/textLimit`` bytes, or not UTF-8.
  case notText
  /// Something else, such as a broken disk.
  case unreadable
}

extension FileTreeError: CustomStringConvertible {
  /// A few words for a person.
  public var description: String {
    switch self {
    case .missing: "it does not exist"
    case .wrongKind: "it is of another kind"
    case .denied: "permission denied"
    case .notText: "it is too long or not UTF-8"
    case .unreadable: "it cannot be read"
    }
  }
}
