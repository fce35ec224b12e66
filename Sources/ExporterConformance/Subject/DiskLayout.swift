import FoundationEssentials
import Glibc

/// A tree that the exporter finds in /var and /etc, laid over the machine's own for its eyes only.
///
/// The exporter is started in a mount namespace of its own in which overlays hide the real folders: nothing
/// on the machine changes, and any program sees the tree without knowing of it.
struct DiskLayout: Sendable {
  /// The folder that holds the layers; it is the layout's own.
  let folder: String
  /// Folders in the layers that nobody may look into.
  private let closed: [String]

  private static let covered = ["var", "etc"]

  /// Writes the entries into a new folder at `folder`, with `secret` where a text says `{secret}`.
  init(_ entries: [DiskEntry], in folder: String, secret: String = "") throws {
    self.folder = folder
    closed = entries.compactMap { if case .unreadable = $0.content { folder + $0.path } else { nil } }
    for name in Self.covered {
      try Self.makeDirectory("\(folder)/\(name)")
      try Self.makeDirectory("\(folder)/\(name).work")
    }
    for entry in entries { try Self.write(entry, folder, secret) }
    for path in closed { chmod(path, 0) }
  }

  /// What a case needs laid out: what is to be missing, and is missing on this machine, needs nothing.
  static func needed(for entries: [DiskEntry]) -> [DiskEntry] {
    let isNeeded = entries.contains {
      $0.content != .missing || FileManager.default.fileExists(atPath: $0.path)
    }
    return isNeeded ? entries : []
  }

  /// Lets the folder be removed by anybody who owns it.
  func open() {
    // The overlay has shut a folder of its own.
    for path in closed + Self.covered.map({ "\(folder)/\($0).work/work" }) { chmod(path, 0o700) }
  }

  private static func write(_ entry: DiskEntry, _ folder: String, _ secret: String) throws {
    let path = folder + entry.path
    switch entry.content {
    case .text(let text): try writeFile(path, text.replacing("{secret}", with: secret))
    case .entries(let names), .unreadable(let names): try write(names, in: path)
    case .missing: try hide(path)
    }
  }

  private static func write(_ names: [String], in path: String) throws {
    try makeDirectory(path)
    for name in names {
      if name.hasSuffix("/") {
        try makeDirectory("\(path)/\(name)")
      } else {
        try writeFile("\(path)/\(name)", "")
      }
    }
  }

  /// A whiteout: what an overlay takes for "nothing here" (kernel, Documentation/filesystems/overlayfs.rst).
  private static func hide(_ path: String) throws {
    try makeDirectory(parent(of: path))
    guard mknod(path, S_IFCHR, 0) == 0 else { throw NoWhiteout(path: path) }
  }

  private static func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private static func writeFile(_ path: String, _ text: String) throws {
    try makeDirectory(parent(of: path))
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private static func parent(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}

/// This machine has no whiteouts to offer.
private struct NoWhiteout: Error, CustomStringConvertible {
  let path: String
  var description: String { "no whiteout can be made at \(path)" }
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
    let script = (mounts + ["exec \(restraint)/bin/sh -c \"$2\""]).joined(separator: " && ")
    return (asRoot ? [] : ["--user", "--map-root-user"]) + [
      "--mount", "--", "/bin/sh", "-c", script, "sh", folder, "exec \(line)",
    ]
  }

  /// Root reads whatever it likes, unless it is told not to before it starts.
  private var restraint: String {
    closed.isEmpty ? "" : "setpriv --bounding-set=-dac_override,-dac_read_search -- "
  }
}
