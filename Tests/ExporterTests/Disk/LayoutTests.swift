import BBBAPI
import BBBClient
import TestSupport
import Testing

@testable import Exporter

/// The same twenty recordings as each version of BigBlueButton leaves them behind.
@Suite struct LayoutTests {
  /// A file of `fixtures/exporter/disk`: comments, lines `expect NAME=NUMBER…`, and paths; those of folders end in a slash.
  private struct Layout {
    var files = FakeFiles()
    var states: [String: Int] = [:]
    var failed: [String: Int] = [:]

    init(_ text: String) {
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let words = line.split(separator: " ")
        switch (words[0], words.count > 1 ? words[1] : "") {
        case ("expect", "failed"): failed = Self.numbers(words.dropFirst(2))
        case ("expect", _): states = Self.numbers(words.dropFirst())
        case (let path, _) where path.hasSuffix("/"): files.directories.insert("/bbb/\(path.dropLast())")
        case (let path, _): files.files["/bbb/\(path)"] = ""
        }
      }
    }

    private static func numbers(_ words: ArraySlice<Substring>) -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: words.map { word in
          let parts = word.split(separator: "=")
          return (String(parts[0]), Int(parts[1]) ?? -1)
        })
    }
  }

  private static let folder = GoldenFolder("exporter/disk")
  private static let layouts = folder.names(endingIn: ".tree")

  @Test func `every version from 2.3 to 3.0 has its layout`() {
    let names = ["2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "3.0"].map { "bbb-\($0).tree" }
    #expect(Self.layouts == names + ["scalelite.tree"])
  }

  @Test(arguments: layouts)
  func `the recordings of a version are counted`(_ name: String) throws {
    let layout = Layout(try Self.folder.text(name))
    let census = CensusTaker.census(of: RecordingsTree(root: "/bbb", files: layout.files))
    let states = census.counts.map { ($0.key.rawValue, $0.value) }
    #expect(Dictionary(uniqueKeysWithValues: states) == layout.states)
    let failed = (census.failed ?? [:]).map { ($0.key.rawValue, $0.value) }
    #expect(Dictionary(uniqueKeysWithValues: failed) == layout.failed)
    #expect(census.problems.isEmpty)
  }

  /// Names made as they are read: no tree of this size is on any disk.
  private struct ManyRecordings: FileTree {
    static let count = 20_000

    func forEachName(
      in directory: String, of kind: EntryKind, _ body: (String) -> Void
    ) throws(FileTreeError) {
      let ids = (0..<Self.count).lazy.map { "\(String($0, radix: 16))-\($0)" }
      switch directory {
      case "/bbb/published": for format in ["presentation", "video"] { body(format) }
      // A folder with more formats than anybody has, all empty.
      case "/bbb/unpublished": for format in 0..<Self.count { body("format-\(format)") }
      case "/bbb/published/presentation": for id in ids.dropFirst(10) { body(id) }
      case "/bbb/published/video": for id in ids.dropFirst(20) { body(id) }
      case "/bbb/recording/raw": for id in ids { body(id) }
      case "/bbb/recording/status/archived", "/bbb/recording/status/sanity":
        for id in ids { body("\(id).done") }
      case "/bbb/recording/status/processed": for id in ids.dropFirst(5) { body("\(id)-presentation.done") }
      default: return
      }
    }

    func modificationTime(of path: String) throws(FileTreeError) -> Int { 1 }
    func text(of file: String) throws(FileTreeError) -> String { throw .missing }
  }

  @Test func `twenty thousand recordings in eight listings are told apart`() {
    let census = CensusTaker.census(of: RecordingsTree(root: "/bbb", files: ManyRecordings()))
    #expect(census.counts[.published] == ManyRecordings.count - 10)
    #expect(census.counts[.unpublished] == 0)
    #expect(census.counts[.unprocessed] == 5)
    #expect(census.oldest == [.unprocessed: 1])
  }
}
