import FoundationEssentials

/// The file system of this machine.
public struct LocalFileTree: FileTree {
  /// The most bytes of a file read as text; secrets and release files are far shorter.
  public static let textLimit = 64 << 10

  /// Makes a view of the file system.
  public init() {}

  /// Lists a directory.
  public func names(in directory: String) throws(FileTreeError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch {
      throw reason(for: error, at: directory, wantsDirectory: true)
    }
  }

  /// Reads a file.
  public func text(of file: String) throws(FileTreeError) -> String {
    let bytes: Data
    do {
      let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
      guard (size ?? 0) <= Self.textLimit else { throw FileTreeError.notText }
      bytes = try Data(contentsOf: URL(filePath: file))
    } catch {
      throw reason(for: error, at: file, wantsDirectory: false)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  private func reason(for error: any Error, at path: String, wantsDirectory: Bool) -> FileTreeError {
    if let reason = error as? FileTreeError { return reason }
    var isDirectory = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission: return .denied
    case .fileReadNoSuchFile, .fileNoSuchFile: return .missing
    default: return exists && isDirectory != wantsDirectory ? .wrongKind : .unreadable
    }
  }
}
