import Foundation
import Glibc

/// A folder in which we write, and a list in it of all that we have written.
///
/// A path is listed before its file exists. So what is listed is ours, whenever the process was ended, and what is not
/// listed is left alone.
struct OwnedFolder: Sendable {
  private let path: String

  /// The list; its first line tells our folders from others.
  private static let listName = ".bbb-sim"
  private static let firstLine = "bbb-sim keeps this folder; it removes the files listed here and no others"
  /// Where files and folders are made before they are moved to their places.
  private static let asideName = ".aside"

  /// Takes a folder that is ours, empty, or does not exist.
  init(at path: String) throws(DiskTreeError) {
    self.path = path
    let list = "\(path)/\(Self.listName)"
    try Self.reaching(path) {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let names = try Self.reaching(path) { try FileManager.default.contentsOfDirectory(atPath: path) }
    if names.isEmpty {
      try Self.reaching(list) { try Data("\(Self.firstLine)\n".utf8).write(to: URL(filePath: list)) }
    }
    // A list that can't be read is nobody's.
    let first = (try? String(contentsOfFile: list, encoding: .utf8))?.prefix { $0 != "\n" }
    guard first.map(String.init) == Self.firstLine else { throw .foreign(path: path) }
    try makeFolder(Self.asideName)
  }

  /// Removes every file that is listed, and the folders that are empty then.
  func clear() throws(DiskTreeError) {
    let list = "\(path)/\(Self.listName)"
    let text = try Self.reaching(list) { try String(contentsOfFile: list, encoding: .utf8) }
    for entry in Set(text.split(separator: "\n").dropFirst()).sorted() where Self.isBelow(entry) {
      try remove(String(entry))
    }
    // What a process that was killed left half done.
    for half in ["new", "new.d/metadata.xml", "new.d/events.xml"] { try remove("\(Self.asideName)/\(half)") }
    try makeFolder(Self.asideName)
    try Self.reaching(list) {
      try Data("\(Self.firstLine)\n".utf8).write(to: URL(filePath: list), options: .atomic)
    }
  }

  /// A line that somebody put into the list must not lead out of the folder.
  private static func isBelow(_ entry: Substring) -> Bool {
    !entry.hasPrefix("/") && !entry.split(separator: "/").contains("..")
  }

  /// Makes a folder and those above it.
  func makeFolder(_ folder: String) throws(DiskTreeError) {
    var reached = path
    for name in folder.split(separator: "/") {
      reached += "/\(name)"
      if mkdir(reached, 0o755) == 0 { continue }
      guard errno == EEXIST else { throw .inaccessible(path: reached, reason: Self.reason) }
      guard Self.isFolder(reached) else { throw .inTheWay(path: reached) }
    }
  }

  /// Puts a text in place of a file, which others see as it was or as it is.
  ///
  /// A folder that does not exist yet appears with the file in it.
  func write(_ text: String, to file: String) throws(DiskTreeError) {
    try list(file)
    let folder = Self.parent(of: file)
    let aside = "\(Self.asideName)/new"
    if Self.isFolder("\(path)/\(folder)") {
      try put(text, at: aside)
      try rename(aside, file)
    } else {
      try makeFolder(Self.parent(of: folder))
      try makeFolder(aside + ".d")
      try put(text, at: "\(aside).d/\(file.split(separator: "/").last ?? "")")
      try rename(aside + ".d", folder)
    }
  }

  /// Moves a folder with all that is in it; a folder that is gone is passed over.
  func move(_ folder: String, to place: String) throws(DiskTreeError) {
    guard Self.isFolder("\(path)/\(folder)") else { return }
    try list("\(place)/metadata.xml")
    try makeFolder(Self.parent(of: place))
    try rename(folder, place)
  }

  /// Removes a file, and the folder that held it if nothing else is in it and it is no standing one.
  func remove(_ file: String) throws(DiskTreeError) {
    guard unlink("\(path)/\(file)") == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw .inaccessible(path: "\(path)/\(file)", reason: Self.reason)
    }
    let folder = Self.parent(of: file)
    // One that is not empty stays, since others have put something there.
    if !RecordingFolders.standing.contains(folder) { rmdir("\(path)/\(folder)") }
  }

  private func list(_ file: String) throws(DiskTreeError) {
    let list = "\(path)/\(Self.listName)"
    let descriptor = open(list, O_WRONLY | O_APPEND | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .inaccessible(path: list, reason: Self.reason) }
    defer { close(descriptor) }
    let line = Array("\(file)\n".utf8)
    guard Glibc.write(descriptor, line, line.count) == line.count else {
      throw .inaccessible(path: list, reason: Self.reason)
    }
  }

  private func put(_ text: String, at file: String) throws(DiskTreeError) {
    try Self.reaching(file) { try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)")) }
  }

  private func rename(_ from: String, _ to: String) throws(DiskTreeError) {
    guard Glibc.rename("\(path)/\(from)", "\(path)/\(to)") == 0 else {
      throw .inaccessible(path: "\(path)/\(to)", reason: Self.reason)
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }

  private static func parent(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// A folder itself; a link to one is not.
  private static func isFolder(_ path: String) -> Bool {
    // What has no attributes is not there, or not for us.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func reaching<Result>(_ path: String, _ body: () throws -> Result) throws(DiskTreeError)
    -> Result
  {
    do {
      return try body()
    } catch {
      throw .inaccessible(path: path, reason: error.localizedDescription)
    }
  }
}
