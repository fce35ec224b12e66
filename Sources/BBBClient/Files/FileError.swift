#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why a file or directory cannot be read; holds nothing of what is in it.
public enum FileError: Error, Sendable, Equatable {
  /// Nothing lies at the path.
  case missing
  /// A directory was expected.
  case notDirectory
  /// A file was expected, and something else found.
  case notFile(FileKind)
  /// This user may not read it.
  case denied
  /// More bytes than the limit.
  case tooLong(limit: Int)
  /// Bytes that are no UTF-8.
  case notText
  /// Something else, such as a broken disk, by the number of the operating system.
  case unreadable(errno: Int32)
}

/// What lies at a path, if neither a file nor nothing.
public enum FileKind: String, Sendable {
  /// A directory.
  case directory
  /// A named pipe, or one from a shell's `<(…)`.
  case pipe
  /// A socket.
  case socket
  /// A device, such as `/dev/zero` or a terminal.
  case device
}

extension FileError {
  /// The error behind a call of the operating system that failed.
  init(errno code: Int32) {
    self =
      switch code {
      case ENOENT, ENAMETOOLONG: .missing
      case ENOTDIR: .notDirectory
      case EACCES, EPERM: .denied
      default: .unreadable(errno: code)
      }
  }
}

extension FileError: CustomStringConvertible {
  /// A few words for a person, with what to do where that is not plain.
  public var description: String {
    switch self {
    case .missing: "it does not exist"
    case .notDirectory: "it is no directory"
    case .notFile(.pipe): "it is a pipe, which can be read only once; name a regular file"
    case .notFile(let kind): "it is a \(kind.rawValue), not a file"
    case .denied: "permission denied"
    case .tooLong(let limit): "it has more than \(limit) bytes"
    case .notText: "it is not UTF-8"
    case .unreadable(let code): "it cannot be read (\(String(cString: strerror(code))))"
    }
  }
}
