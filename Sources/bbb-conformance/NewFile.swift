import FoundationEssentials

/// A file of the command's own, in a folder that may be anybody's: a checkout in CI has what a stranger put there.
struct NewFile {
  let path: String

  /// Writes it anew; a link in its place goes, and what it led to stays as it is.
  func write(_ text: String) throws {
    let files = FileManager.default
    // What is no link leads nowhere, and is written over.
    if (try? files.destinationOfSymbolicLink(atPath: path)) != nil { try files.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
