import ConformanceKit
import Foundation
import Glibc
import Testing

@testable import ExporterConformance

struct DiskLayoutTests {
  @Test func `files and folders are laid out, and gone afterwards`() throws {
    let folder = try CaseFolder()
    let layout = try DiskLayout(
      [
        DiskEntry(path: "/etc/bigbluebutton/bigbluebutton-release", content: .text("A=3.0\n")),
        DiskEntry(path: "/var/bigbluebutton/published/presentation", content: .entries(["a/", "b.done"])),
        DiskEntry(path: "/var/bigbluebutton/deleted", content: .entries([])),
      ], in: folder.path)
    let files = FileManager.default
    #expect(
      files.contents(atPath: layout.folder + "/etc/bigbluebutton/bigbluebutton-release")
        == Data("A=3.0\n".utf8))
    let names = try files.contentsOfDirectory(
      atPath: layout.folder + "/var/bigbluebutton/published/presentation")
    #expect(names.sorted() == ["a", "b.done"])
    #expect(files.fileExists(atPath: layout.folder + "/var/bigbluebutton/deleted"))
    folder.remove()
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

  /// Runs a line of shell with entries laid out, and tells its end; nil where nobody may lay out anything.
  private func end(of line: String, with entries: [DiskEntry]) async throws -> ExporterEnd? {
    let folder = try CaseFolder()
    let layout = try DiskLayout(entries, in: folder.path, secret: "s3cret")
    defer {
      layout.open()
      folder.remove()
      #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
    func run(_ line: String) async throws -> ExporterEnd {
      let process = ExporterProcess(
        program: DiskLayout.program, arguments: layout.arguments(running: line, asRoot: geteuid() == 0),
        environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
      return try await process.whileRunning { process in
        await Waiting.until(within: .seconds(10)) { process.hasEnded }
      }.end
    }
    guard try await run("true") == .exited(0) else { return nil }
    return try await run(line)
  }

  @Test(arguments: [
    ("ls /var/bigbluebutton/shut", 2), ("cat /var/bigbluebutton/shut/a", 1),
    ("ls /var/bigbluebutton/open/b", 0),
    ("test -d /var/bigbluebutton/shut", 0), ("sh -c 'cd /var/bigbluebutton && ls shut'", 2),
  ])
  func `not even root looks into a folder that is shut`(line: String, status: Int32) async throws {
    let end = try await end(
      of: line,
      with: [
        DiskEntry(path: "/var/bigbluebutton/shut", content: .unreadable(["a", "c/"])),
        DiskEntry(path: "/var/bigbluebutton/open", content: .entries(["b"])),
      ])
    #expect(end == nil || end == .exited(status))
  }

  @Test(arguments: [("test -e /var/lib", 1), ("test -e /var/log", 0)])
  func `what this machine has can be hidden`(line: String, status: Int32) async throws {
    let end = try await end(of: line, with: [DiskEntry(path: "/var/lib", content: .missing)])
    #expect(end == nil || end == .exited(status))
    #expect(FileManager.default.fileExists(atPath: "/var/lib"))
  }

  @Test func `what is missing anyway needs no layout`() {
    let missing = DiskEntry(path: "/var/no-such-folder", content: .missing)
    #expect(DiskLayout.needed(for: [missing]).isEmpty)
    #expect(DiskLayout.needed(for: [missing, DiskEntry(path: "/var/x", content: .text(""))]).count == 2)
    #expect(DiskLayout.needed(for: [DiskEntry(path: "/var/lib", content: .missing)]).count == 1)
  }

  @Test func `a text may have the secret in it`() async throws {
    let end = try await end(
      of: "grep -qx s3cret /etc/bigbluebutton/secret",
      with: [DiskEntry(path: "/etc/bigbluebutton/secret", content: .text("{secret}\n"))])
    #expect(end == nil || end == .exited(0))
  }
}
