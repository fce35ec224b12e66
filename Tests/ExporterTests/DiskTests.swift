import BBBAPI
import FoundationEssentials
import PrometheusText
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct DiskTests {
  private static let a = "183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1772438400000"

  private func counts(_ paths: [String]) throws -> [RecordingState: Int] {
    let tree = RecordingsTree(root: "/bbb", files: FakeFiles(paths, under: "/bbb/"))
    let states: [RecordingState] = [.unprocessed, .processing, .published, .unpublished, .deleted]
    return try Dictionary(
      uniqueKeysWithValues: states.map { ($0, try tree.count(of: $0) ?? -1) }.filter { $0.1 != 0 })
  }

  private static let trees: [([String], [RecordingState: Int])] = [
    ([], [:]),
    (["published/presentation/r1", "published/video/r1", "published/podcast/r2"], [.published: 2]),
    (
      ["unpublished/presentation/r1", "deleted/presentation/r2", "deleted/video/r2"],
      [.unpublished: 1, .deleted: 1]
    ),
    (["published/presentation/r1", "unpublished/video/r1"], [.published: 1, .unpublished: 1]),
    (["recording/process/presentation/r1/metadata.xml", "recording/process/video/r2"], [.processing: 2]),
    (["recording/process/presentation/r1", "published/presentation/r1"], [.published: 1]),
    (["recording/process/video/r1/temp", "published/presentation/r1"], [.processing: 1, .published: 1]),
    (["recording/status/sanity/r1.done", "recording/status/sanity/r2.done"], [.unprocessed: 2]),
    (
      [
        "recording/status/recorded/r1.done", "recording/status/archived/r1.done",
        "recording/status/archived/r2.done",
      ], [.unprocessed: 2]
    ),
    (["recording/status/sanity/r1.done", "recording/status/processed/r1-presentation.done"], [:]),
    (
      [
        "recording/status/sanity/r1.done", "recording/status/published/r1-presentation.done",
        "published/presentation/r1",
      ], [.published: 1]
    ),
    (["recording/status/sanity/\(a).done", "recording/status/processed/\(a)-video.done"], [:]),
    (
      ["recording/status/recorded/\(a)-1772438999999.done", "recording/status/sanity/\(a).done"],
      [.unprocessed: 1]
    ),
    (["recording/status/sanity/r1.done", "recording/process/presentation/r1"], [.processing: 1]),
    (["recording/status/sanity/r1.done", "deleted/presentation/r1"], [.deleted: 1]),
    (
      [
        "recording/status/archived/r1.norecord", "recording/status/sanity/r2.fail",
        "recording/status/archived/r2.done",
      ], [:]
    ),
    (
      ["published/presentation/.nfs0001", "published/presentation/r1", "recording/status/sanity/.keep"],
      [.published: 1]
    ),
  ]

  @Test(arguments: trees)
  func `recordings are counted by ID in the folder they lie in`(
    _ paths: [String], _ expected: [RecordingState: Int]
  ) throws {
    #expect(try counts(paths) == expected)
  }

  private let wanted = [
    "RECORDINGS_METRICS_READ_FROM_DISK": "true", "BBB_VERSION_READ_FROM_DISK": "true",
    "BBB_DIRECTORY": "/bbb",
  ]

  private func files() -> FakeFiles {
    var files = FakeFiles(
      [
        "published/presentation/r1", "published/video/r1", "deleted/presentation/r2",
        "recording/status/sanity/r3.done",
      ],
      under: "/bbb/")
    files.files["/etc/bigbluebutton/bigbluebutton-release"] = "BIGBLUEBUTTON_RELEASE=3.0.4\n"
    return files
  }

  @Test func `from disk the API is asked for meetings only`() async throws {
    try await withBench(wanted, files: files()) { bench in
      let samples = try await bench.samples()
      #expect(
        samples.value(of: "bbb_recordings_published") == 1 && samples.value(of: "bbb_recordings_deleted") == 1
      )
      #expect(
        samples.value(of: "bbb_recordings_unpublished") == 0
          && samples.value(of: "bbb_recordings_processing") == 0)
      #expect(samples.value(of: "bbb_recordings_unprocessed") == 1)
      #expect(samples.value(of: "bbb_version", ["version": "3.0.4"]) == 1)
      #expect(bench.fake.targets.count == 1)
      #expect(bench.log.warnings.isEmpty)
    }
  }

  @Test func `a folder that may not be read costs its own metric, with a warning`() async throws {
    var files = files()
    files.denied = ["/bbb/recording/status/sanity"]
    try await withBench(wanted, files: files) { bench in
      let samples = try await bench.samples()
      #expect(samples.samples(named: "bbb_recordings_unprocessed").isEmpty)
      #expect(samples.value(of: "bbb_recordings_published") == 1)
      #expect(
        bench.log.warnings == ["disk: /bbb (permission denied): unprocessed recordings are not counted"])
    }
  }

  @Test(arguments: ["", "3.0.4", "A=1\nB=2", "KEY=", "=3.0", "KEY=3 0", "KEY=\"3.0\""])
  func `an odd release file costs the version, told once`(_ text: String) async throws {
    var files = files()
    files.files["/etc/bigbluebutton/bigbluebutton-release"] = text
    try await withBench(wanted, files: files) { bench in
      for _ in 1...2 {
        let samples = try await bench.samples()
        #expect(samples.samples(named: "bbb_version").isEmpty)
        bench.clock.advance(by: .seconds(3600))
      }
      #expect(bench.log.warnings.count == 1)
    }
  }

  @Test func `a volume that went away is no server without recordings`() throws {
    let files = FakeFiles()
    var settings = try #require(
      SettingsReader.read(
        environment: ["API_BASE_URL": "http://h/bigbluebutton", "API_SECRET": "s"]).settings)
    settings.metrics.recordings = .disk
    let reader = try #require(DiskReader(settings: settings.metrics, files: files))
    let reading = reader.readNow()
    #expect(reading.recordings.isEmpty && reading.problems.count == 1)
  }

  @Test func `the real file system is read likewise`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "bbb-\(UUID().uuidString)")
    // What stays behind in the temporary folder is a few bytes.
    defer { try? FileManager.default.removeItem(at: root) }
    for path in ["published/presentation/r1", "published/video/r1", "recording/process/presentation/r2"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: path), withIntermediateDirectories: true)
    }
    try Data("x".utf8).write(to: root.appending(path: "published/index.html"))
    let tree = RecordingsTree(root: root.path(), files: LocalFileTree())
    #expect(try tree.count(of: .published) == 1)
    #expect(try tree.count(of: .processing) == 1)
    #expect(try tree.count(of: .deleted) == 0)
    #expect(throws: FileTreeError.missing) { try LocalFileTree().text(of: "/nowhere/at/all") }
    #expect(throws: FileTreeError.wrongKind) { try LocalFileTree().text(of: root.path()) }
    #expect(throws: FileTreeError.missing) { try LocalFileTree().names(in: "/nowhere") }
  }
}
