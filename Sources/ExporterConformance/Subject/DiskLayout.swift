import FoundationEssentials

/// A tree that the exporter finds in /var and /etc, laid over the machine's own for its eyes only.
///
/// The exporter is started in a mount namespace of its own in which overlays hide the real folders: nothing
/// on the machine changes, and any program sees the tree without knowing of it.
struct DiskLayout: Sendable {
  /// The folder that holds the layers; it is the layout's own.
  let folder: String

  private static let covered = ["var", "etc"]

  /// Writes the entries into a new folder.
  init(_ entries: [DiskEntry]) throws {
    folder = FileManager.default.temporaryDirectory.path + "/bbb-conformance-" + UUID().uuidString
    for name in Self.covered {
      try Self.makeDirectory("\(folder)/\(name)")
      try Self.makeDirectory("\(folder)/\(name).work")
    }
    for entry in entries { try write(entry) }
  }

  /// Removes the folder.
  func remove() {
    // What is left in a temporary folder is no reason to spoil a verdict.
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func write(_ entry: DiskEntry) throws {
    let path = folder + entry.path
    switch entry.content {
    case .text(let text): try Self.writeFile(path, text)
    case .entries(let names):
      try Self.makeDirectory(path)
      for name in names {
        if name.hasSuffix("/") {
          try Self.makeDirectory("\(path)/\(name)")
        } else {
          try Self.writeFile("\(path)/\(name)", "")
        }
      }
    }
  }

  private static func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private static func writeFile(_ path: String, _ text: String) throws {
    try makeDirectory(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}

extension DiskLayout {
  /// The program that ``arguments(running:asRoot:)`` are for.
  static let program = "unshare"

  /// The arguments that run a shell command with the tree in place.
  ///
  /// Who is not root becomes it in a user namespace of their own, which is enough to mount there.
  func arguments(running line: String, asRoot: Bool) -> [String] {
    let mounts = Self.covered.map { name in
      "mount -t overlay overlay -o \"lowerdir=/\(name),upperdir=$1/\(name),workdir=$1/\(name).work\" /\(name)"
    }
    let script = (mounts + ["exec \(line)"]).joined(separator: " && ")
    return (asRoot ? [] : ["--user", "--map-root-user"]) + [
      "--mount", "--", "/bin/sh", "-c", script, "sh", folder,
    ]
  }
}
