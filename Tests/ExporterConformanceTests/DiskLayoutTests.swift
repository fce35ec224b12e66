import ConformanceKit
import Foundation
import Testing

@testable import ExporterConformance

struct DiskLayoutTests {
  @Test func `files and folders are laid out, and gone afterwards`() throws {
    let layout = try DiskLayout([
      DiskEntry(path: "/etc/bigbluebutton/bigbluebutton-release", content: .text("A=3.0\n")),
      DiskEntry(path: "/var/bigbluebutton/published/presentation", content: .entries(["a/", "b.done"])),
      DiskEntry(path: "/var/bigbluebutton/deleted", content: .entries([])),
    ])
    let files = FileManager.default
    #expect(
      files.contents(atPath: layout.folder + "/etc/bigbluebutton/bigbluebutton-release")
        == Data("A=3.0\n".utf8))
    let names = try files.contentsOfDirectory(
      atPath: layout.folder + "/var/bigbluebutton/published/presentation")
    #expect(names.sorted() == ["a", "b.done"])
    #expect(files.fileExists(atPath: layout.folder + "/var/bigbluebutton/deleted"))
    layout.remove()
    #expect(!files.fileExists(atPath: layout.folder))
  }

  @Test func `the exporter sees the disk of its case, and the machine does not`() async throws {
    let conformanceCase = try ConformanceCase(
      """
      disk: { /etc/bigbluebutton/bigbluebutton-release: "RELEASE=judged" }
      exit: { naming: "RELEASE=judged" }
      """)
    let line = "sh -c 'cat /etc/bigbluebutton/bigbluebutton-release; exit 1'"
    let outcome = try await ExporterCheck(conformanceCase, exporter: ExporterCommand(line)).outcome()
    // Where nobody may mount, the case says so instead of failing.
    #expect(outcome.verdict == .passed || outcome.verdict == .blocked)
    let real = FileManager.default.contents(atPath: "/etc/bigbluebutton/bigbluebutton-release")
    #expect(real != Data("RELEASE=judged".utf8))
  }
}
