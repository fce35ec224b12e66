import BBBAPI
import BBBClient
import FoundationEssentials
import Glibc
import Testing

@testable import Exporter

/// What a file system can hold where a file or a folder is expected; on the real one.
@Suite(.timeLimit(.minutes(5))) struct LocalFileTreeTests {
  private let files = LocalFileTree()

  private func folders(in path: String) throws -> [String] {
    var names: [String] = []
    try files.forEachName(in: path, of: .folder) { names.append($0) }
    return names.sorted()
  }

  @Test func `a regular file is read, through links and without a byte order mark`() throws {
    let scratch = try ScratchFolder()
    try scratch.make("..data")
    try scratch.write("\u{FEFF}s3cret\r\n".utf8, to: "..data/secret")
    // As Kubernetes mounts secrets.
    try scratch.link("secret", to: "..data/secret")
    #expect(try files.text(of: "\(scratch.path)/secret") == "s3cret\r\n")
    // A file of /proc says that it has 0 bytes.
    #expect(try files.text(of: "/proc/sys/kernel/ostype") == "Linux\n")
  }

  @Test func `what is no regular file is refused without waiting for it`() throws {
    let scratch = try ScratchFolder()
    let pipe = "\(scratch.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    try scratch.link("link", to: "pipe")
    try scratch.link("loop", to: "loop")
    for (path, error) in [
      (pipe, FileTreeError.notFile(.pipe)), ("\(scratch.path)/link", .notFile(.pipe)),
      ("/dev/zero", .notFile(.device)), ("/dev/null", .notFile(.device)),
      (scratch.path, .notFile(.directory)),
      ("/nowhere/at/all", .missing), ("\(scratch.path)/", .notFile(.directory)), ("", .missing),
      ("/proc/sys/kernel/ostype/x", .missing), ("/tmp\0/x", .missing),
      ("\(scratch.path)/loop", .unreadable(errno: ELOOP)), (String(repeating: "x", count: 300), .missing),
    ] {
      #expect(throws: error) { try files.text(of: path) }
    }
  }

  @Test func `a socket is refused`() throws {
    let scratch = try ScratchFolder()
    #expect(mknod("\(scratch.path)/socket", S_IFSOCK | 0o600, 0) == 0)
    #expect(throws: FileTreeError.notFile(.socket)) { try files.text(of: "\(scratch.path)/socket") }
  }

  @Test func `a file that is too long, or not UTF-8, is refused by its size and not by its content`() throws {
    let scratch = try ScratchFolder()
    try scratch.write(repeatElement(0x61, count: (1 << 20) + 1), to: "long")
    try scratch.write(repeatElement(0x61, count: 1 << 20), to: "longest")
    try scratch.write([0xFF, 0xFE, 0x73, 0x00], to: "utf-16")
    #expect(throws: FileTreeError.tooLong(limit: 1 << 20)) { try files.text(of: "\(scratch.path)/long") }
    #expect(try files.text(of: "\(scratch.path)/longest").utf8.count == 1 << 20)
    #expect(throws: FileTreeError.notText) { try files.text(of: "\(scratch.path)/utf-16") }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `what this user may not read is denied`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("x".utf8, to: "file")
    try scratch.make("folder")
    #expect(chmod("\(scratch.path)/file", 0) == 0 && chmod("\(scratch.path)/folder", 0) == 0)
    #expect(throws: FileTreeError.denied) { try files.text(of: "\(scratch.path)/file") }
    #expect(throws: FileTreeError.denied) { try files.names(in: "\(scratch.path)/folder") }
  }

  @Test func `folders and links to folders are told from everything else`() throws {
    let scratch = try ScratchFolder()
    try scratch.make("folder")
    try scratch.write("x".utf8, to: "file")
    #expect(mkfifo("\(scratch.path)/pipe", 0o600) == 0)
    for (name, target) in [
      ("to-folder", "folder"), ("to-file", "file"), ("to-nowhere", "gone"), ("loop", "loop"), ("up", "."),
    ] {
      try scratch.link(name, to: target)
    }
    #expect(try folders(in: scratch.path) == ["folder", "to-folder", "up"])
    #expect(try files.names(in: scratch.path).count == 8)
    #expect(throws: FileTreeError.notDirectory) { try files.names(in: "\(scratch.path)/file") }
    #expect(throws: FileTreeError.notDirectory) { try files.names(in: "\(scratch.path)/pipe") }
    #expect(throws: FileTreeError.missing) { try files.names(in: "/nowhere") }
    #expect(throws: FileTreeError.unreadable(errno: ELOOP)) { try files.names(in: "\(scratch.path)/loop") }
  }

  @Test func `names that are not UTF-8 count like others`() throws {
    let scratch = try ScratchFolder()
    for byte: CChar in [-1, -128, 0x61] {
      #expect(mkdir(Array(scratch.path.utf8CString.dropLast()) + [0x2F, byte, 0], 0o700) == 0)
    }
    #expect(try folders(in: scratch.path).count == 3)
  }

  private static let spellings: [(String, @Sendable (String) -> String)] = [
    ("plain", { $0 }), ("with a slash", { "\($0)/" }),
    ("with dots", { "\($0)/../\($0.split(separator: "/").last ?? "")/." }),
    ("doubled", { $0.replacing("/", with: "//") }),
  ]

  @Test(arguments: ["bbb", "recordings of 2026", "录像-ä-\u{1F4FC}", "it's \"quoted\" #1 %20"])
  func `the base directory may be spelt in any way`(_ name: String) throws {
    let scratch = try ScratchFolder(named: name)
    try scratch.make("published/presentation/r1", "published/video/r1", "recording/process/presentation/r2")
    try scratch.make("volume/podcast/r3")
    try scratch.link("deleted", to: "volume")
    try scratch.write("x".utf8, to: "published/index.html")
    for (spelling, spelt) in Self.spellings {
      let tree = RecordingsTree(root: spelt(scratch.path), files: files)
      let census = CensusTaker.census(of: tree)
      #expect(
        census.counts == [.published: 1, .processing: 1, .deleted: 1, .unpublished: 0, .unprocessed: 0],
        "\(spelling)")
      #expect(census.problems.isEmpty)
      #expect((census.oldest[.processing] ?? 0) > 1_700_000_000)
    }
  }

  @Test func `a relative base directory is taken from the working directory`() throws {
    let scratch = try ScratchFolder()
    try scratch.make("published/presentation/r1")
    let up = String(
      repeating: "../", count: FileManager.default.currentDirectoryPath.split(separator: "/").count)
    let tree = RecordingsTree(root: up + scratch.path.dropFirst(), files: files)
    #expect(CensusTaker.census(of: tree).counts[.published] == 1)
  }
}
