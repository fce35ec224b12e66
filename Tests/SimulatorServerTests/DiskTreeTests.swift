import BBBAPI
import Determinism
import Foundation
import Scenarios
import SimulatorServer
import TestSupport
import Testing
import TimelineEngine

@Suite struct DiskTreeTests {
  private static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // only a temporary folder stays if this fails
    try body(folder)
  }

  private static func entries(_ folder: URL, _ path: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).count
  }

  private static let url = "https://bbb.test"

  @Test(arguments: ["two-rooms", "lecture-day"]) func `0_7_1 counts what the world holds, at every moment`(
    name: String
  ) throws {
    try Self.withFolder { folder in
      let server = try SimulatedServer.frozen(.shipped(named: name))
      let tree = try DiskTree(at: folder.path)
      for _ in 0..<200 {
        let recordings = server.world.recordings
        try tree.follow(recordings, linkedTo: Self.url)
        let count = { (states: RecordingState...) in recordings.count { states.contains($0.state) } }
        #expect(try Self.entries(folder, "recording/process/presentation") == count(.processing, .processed))
        let published = try Self.entries(folder, "published/presentation")
        #expect(published == count(.published))
        // 0.7.1 takes the unpublished for deleted.
        #expect(
          try Self.entries(folder, "recording/status/published") - published == count(.unpublished, .deleted))
        #expect(try Self.entries(folder, "recording/status/sanity") == count(.unprocessed))
        #expect(try Self.entries(folder, "unpublished/presentation") == count(.unpublished))
        #expect(try Self.entries(folder, "deleted/presentation") == count(.deleted))
        try server.advance(by: .seconds(150))
      }
    }
  }

  @Test func `a recording moves whole, through every state, and its metadata is well-formed`() throws {
    try Self.withFolder { folder in
      let tree = try DiskTree(at: folder.path)
      var recording = Recording.sample
      for state in RecordingState.allCases + RecordingState.allCases.reversed() {
        recording.state = state
        try tree.follow([recording], linkedTo: Self.url)
        let files = try Self.files(below: folder).filter { $0.hasSuffix("metadata.xml") }
        let parents = ["presentation", "video"].map {
          "\(Self.folder(of: state))/\($0)/\(recording.recordID)"
        }
        #expect(files == (state == .unprocessed ? [] : parents.map { "\($0)/metadata.xml" }), "\(state)")
        for file in files {
          let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
          #expect(text.contains("<state>\(state.rawValue)</state>"))
          #expect(text.contains("<link>https://bbb.test/playback/"))
          #expect(text.contains("externalId=\"a&amp;b&quot;&lt;&#10;ü\""))
          #expect(try XMLLint.complaints(about: Array(text.utf8)) == "")
        }
      }
    }
  }

  @Test func `what did not change is not written again`() throws {
    try Self.withFolder { folder in
      let tree = try DiskTree(at: folder.path)
      try tree.follow([.sample], linkedTo: Self.url)
      let list = try Data(contentsOf: folder.appending(path: ".bbb-sim"))
      try tree.follow([.sample], linkedTo: Self.url)
      #expect(try Data(contentsOf: folder.appending(path: ".bbb-sim")) == list)
    }
  }

  @Test func `a tree from before is cleared but for what others put there`() throws {
    try Self.withFolder { folder in
      let foreign = folder.appending(path: "published/presentation/mine.txt")
      do {
        let tree = try DiskTree(at: folder.path)
        try tree.follow([.sample], linkedTo: Self.url)
        try Data("mine".utf8).write(to: foreign)
      }
      let tree = try DiskTree(at: folder.path)
      #expect(try Self.files(below: folder) == [".bbb-sim", "published/presentation/mine.txt"])
      try tree.follow([.sample], linkedTo: Self.url)
      try tree.follow([], linkedTo: Self.url)
      #expect(try Self.files(below: folder) == [".bbb-sim", "published/presentation/mine.txt"])
      #expect(try String(contentsOf: foreign, encoding: .utf8) == "mine")
    }
  }

  @Test func `a folder with anything in it is refused and left alone`() throws {
    try Self.withFolder { folder in
      try Data("x".utf8).write(to: folder.appending(path: "thesis.txt"))
      #expect(throws: DiskTreeError.foreign(path: folder.path)) { try DiskTree(at: folder.path) }
      #expect(try Self.files(below: folder) == ["thesis.txt"])
    }
  }

  @Test func `a link where a folder belongs leads nowhere`() throws {
    try Self.withFolder { folder in
      let (root, elsewhere) = (folder.appending(path: "root"), folder.appending(path: "elsewhere"))
      try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      _ = try DiskTree(at: root.path)
      try FileManager.default.removeItem(at: root.appending(path: "published"))
      try FileManager.default.createSymbolicLink(
        at: root.appending(path: "published"), withDestinationURL: elsewhere)
      #expect(throws: DiskTreeError.inTheWay(path: "\(root.path)/published")) { try DiskTree(at: root.path) }
      #expect(try Self.files(below: elsewhere).isEmpty)
    }
  }

  @Test func `names that lead elsewhere make no folder`() throws {
    try Self.withFolder { folder in
      let tree = try DiskTree(at: folder.path)
      for name in ["../x", "a/b", "..", "", ".x"] {
        var hostile = Recording.sample
        hostile.formats[0].type = name
        try tree.follow([hostile], linkedTo: Self.url)
      }
      #expect(try Self.files(below: folder) == [".bbb-sim"])
    }
  }

  private static func folder(of state: RecordingState) -> String {
    state == .processing || state == .processed ? "recording/process" : state.rawValue
  }

  private static func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}

extension Recording {
  fileprivate static var sample: Recording {
    var recording = Recording(
      recordID: "\(String(repeating: "ab", count: 20))-1772438400000", meetingID: "a&b\"<\nü",
      name: "A\u{0}\u{FFFF}]]>", state: .published, startTime: 1, endTime: 2, participants: 3, rawSize: 4)
    recording.metadata = [Metadatum("course", "<i>&"), Metadatum("1 bad key", "x")]
    recording.formats = ["presentation", "video"].map {
      PlaybackFormat(
        type: $0, url: "/playback/\($0)/x", processingTime: 5, lengthInMilliseconds: 60_000, size: 7)
    }
    return recording
  }
}
