import FoundationEssentials

/// A folder of the real file system that goes away with the test.
struct ScratchFolder: ~Copyable {
  let path: String

  init(named name: String = "bbb") throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit {
    // What stays behind in the temporary folder is a few bytes.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Makes folders, with those above them.
  func make(_ folders: String...) throws {
    for folder in folders {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
  }

  /// Makes a file in a folder that exists.
  func write(_ bytes: some Sequence<UInt8>, to file: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(file)"))
  }

  /// Makes a symbolic link, whose target need not exist.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }
}
