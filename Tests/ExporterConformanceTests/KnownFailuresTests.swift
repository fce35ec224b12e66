import ConformanceKit
import FoundationEssentials
import Testing

@testable import ExporterConformance

/// The published list of what BigBlueButton Exporter 0.7.1 fails.
struct KnownFailuresTests {
  @Test func `every case on the list of 0.7.1 is shipped, and none of them is required`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "fixtures/conformance/known-failures-0.7.1.txt")
    let listed = try KnownFailures(parsing: String(contentsOf: file, encoding: .utf8)).slugs
    let library = try CaseLibrary.shipped().cases
    #expect(listed.subtracting(library.map(\.slug)) == [])
    #expect(library.filter { listed.contains($0.slug) && $0.level == .required }.map(\.slug) == [])
    #expect(listed.count > 60)
  }
}
