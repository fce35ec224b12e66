import BBBAPI
import Testing

@testable import Exporter

@Suite struct RecordingsTreeTests {
  private static let a = "183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1772438400000"

  private func census(_ files: FakeFiles) -> RecordingsCensus {
    CensusTaker.census(of: RecordingsTree(root: "/bbb", files: files))
  }

  private func counts(_ paths: [String]) -> [RecordingState: Int] {
    census(FakeFiles(paths, under: "/bbb/")).counts.filter { $0.value != 0 }
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
    (["recording/status/sanity/\(a).done", "recording/status/processed/\(a)-video.done"], [:]),
    (["recording/status/sanity/\(a).done", "recording/status/processed/\(a)-ai-summary.done"], [:]),
    (["recording/status/sanity/r1.done", "recording/process/presentation/r1"], [.processing: 1]),
    (["recording/status/sanity/r1.done", "deleted/presentation/r1"], [.deleted: 1]),
    (
      [
        "recording/status/archived/r1.norecord", "recording/status/sanity/r2.fail",
        "recording/status/archived/r2.done",
      ], [:]
    ),
    // A failure that was not cleared away stands beside the marker of success, in whatever order they are read.
    (["recording/status/archived/r1.done", "recording/status/archived/r1.fail"], [:]),
    (
      ["published/presentation/.nfs0001", "published/presentation/r1", "recording/status/sanity/.keep"],
      [.published: 1]
    ),
    // Files where folders are expected, and the other way round.
    (
      [
        "published/index.html", "published/presentation/index.html", "published/presentation/r1",
        "deleted.done", "recording/status/sanity.done",
      ], [.published: 1]
    ),
    // Markers of no stage, and meetings of which only the events are kept.
    (["recording/status/ended/\(a).done", "recording/status/sanity/\(a).done.tmp"], [:]),
    // The raw archive tells of what 2.3 has queued for archiving; nobody's folders there do not.
    (["recording/raw/\(a)", "recording/raw/lost+found", "recording/raw/backup-1"], [.unprocessed: 1]),
    (["recording/raw/\(a)/events.xml", "published/presentation/\(a)"], [.published: 1]),
    (["recording/raw/\(a)", "recording/status/archived/\(a).norecord"], [:]),
    (["recording/raw/\(a)", "recording/status/published/\(a)-presentation.done"], [:]),
    (["recording/raw/\(a)", "recording/status/archived/\(a).fail"], [:]),
    // Chapters are recordings of their own, all from the raw archive of their meeting.
    (
      ["recording/raw/\(a)", "recording/status/recorded/\(a)-1772438999999.done"], [.unprocessed: 1]
    ),
    (
      [
        "recording/raw/\(a)", "published/presentation/\(a)-1772438999999",
        "recording/status/sanity/\(a)-1772438999999.done", "recording/status/sanity/\(a).done",
        "recording/status/processed/\(a)-1772438999999-presentation.done",
      ], [.published: 1, .unprocessed: 1]
    ),
  ]

  @Test(arguments: trees)
  func `recordings are counted by ID in the folder they lie in`(
    _ paths: [String], _ expected: [RecordingState: Int]
  ) {
    #expect(counts(paths) == expected)
  }

  @Test func `failed steps are counted by recording, until it is deleted`() {
    let census = census(
      FakeFiles(
        [
          "recording/status/archived/r1.fail", "recording/status/sanity/r2.fail",
          "recording/status/processed/r3-presentation.fail", "recording/status/processed/r3-video.fail",
          "recording/status/published/r4-video.fail", "published/presentation/r4",
          "recording/status/published/r5-video.fail", "deleted/presentation/r5",
        ], under: "/bbb/"))
    #expect(census.failed == [.archive: 1, .sanity: 1, .process: 1, .publish: 1])
    #expect(census.counts[.unprocessed] == 0)
  }

  @Test func `the oldest of those that wait and of those being processed is known by its time`() {
    var files = FakeFiles(
      [
        "recording/status/archived/r1.done", "recording/status/sanity/r1.done",
        "recording/status/sanity/r2.done", "recording/raw/\(Self.a)",
        "recording/status/sanity/r3.done", "published/presentation/r3",
        "recording/process/presentation/r4/temp", "recording/process/video/r4/temp",
        "recording/process/presentation/r5/temp", "recording/status/processed/r5-presentation.fail",
      ], under: "/bbb/")
    files.times = [
      "/bbb/recording/status/archived/r1.done": 300, "/bbb/recording/status/sanity/r1.done": 600,
      "/bbb/recording/status/sanity/r2.done": 700, "/bbb/recording/raw/\(Self.a)": 400,
      "/bbb/recording/status/sanity/r3.done": 10, "/bbb/recording/process/presentation/r4": 800,
      "/bbb/recording/process/video/r4": 900, "/bbb/recording/process/presentation/r5": 20,
    ]
    let census = census(files)
    #expect(census.oldest == [.unprocessed: 400, .processing: 800])
    #expect(census.counts[.processing] == 2)
  }

  private static let denials: [(String, Set<RecordingState>)] = [
    ("/bbb/recording/status/sanity", [.processing, .published, .unpublished, .deleted]),
    ("/bbb/recording/process/presentation", [.published, .unpublished, .deleted]),
    ("/bbb/published", [.processing, .unpublished, .deleted]),
    ("/bbb/published/video", [.processing, .unpublished, .deleted]),
    ("/bbb/deleted", [.processing, .published, .unpublished]),
  ]

  @Test(arguments: denials)
  func `a folder that may not be read costs what depends on it, and nothing else`(
    _ folder: String, _ known: Set<RecordingState>
  ) {
    var files = FakeFiles(
      [
        "published/presentation/r1", "published/video/r1", "deleted/presentation/r2",
        "recording/process/presentation/r4", "recording/status/sanity/r3.done",
      ], under: "/bbb/")
    files.denied = [folder]
    let census = census(files)
    #expect(Set(census.counts.keys) == known)
    #expect(census.problems.first?.hasPrefix("\(folder): permission denied; ") == true)
    #expect((census.failed == nil) == folder.contains("status"))
  }

  @Test(arguments: [
    ("183f-17", "183f-17", "183f-17", true), ("183f-17-18", "183f-17-18", "183f-17", true),
    ("183f-17-video", "183f-17-video", "183f-17", false), ("r1-1", "r1-1", "r1-1", false),
    ("183f-17.bak", "183f-17.bak", "183f-17.bak", false), ("-", "-", "-", false), ("", "", "", false),
    ("183f-", "183f-", "183f-", false), ("-17", "-17", "-17", false),
    ("\u{FFFD}-1", "\u{FFFD}-1", "\u{FFFD}-1", false),
  ])
  func `folders are named by recording`(_ name: String, _ id: String, _ meeting: String, _ isMadeByBBB: Bool)
  {
    let read = RecordingName(name[...])
    #expect(read.id == id && read.meeting == meeting && read.isMadeByBBB == isMadeByBBB)
  }

  @Test(arguments: [
    ("183f-17-presentation", "183f-17"), ("183f-17-18-presentation", "183f-17-18"),
    ("183f-17-ai-summary", "183f-17"), ("183f-17-18-ai-summary", "183f-17-18"), ("183f-17", "183f-17"),
    ("r1-1-presentation", "r1-1"), ("r1", "r1"), ("183f-17-18x-y", "183f-17"),
  ])
  func `markers of later stages are named by recording and format`(_ name: String, _ id: String) {
    #expect(RecordingName(name[...], hasFormat: true).id == id)
  }
}
