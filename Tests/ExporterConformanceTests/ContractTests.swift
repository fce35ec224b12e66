import ConformanceKit
import Testing

@testable import ExporterConformance

struct ContractTests {
  /// Read once for all tests; a mistake in a case fails each of them.
  private static let library = Result { try CaseLibrary.shipped() }

  @Test(arguments: Contract.lines.map(\.place))
  func `a case of the right level rests on every line`(place: String) throws {
    let line = try #require(Contract.lines.first { $0.place == place })
    let levels = try ContractCoverage(Self.library.get()).cases(on: line).map(\.level)
    // §4 is what is right where 0.7.1 is wrong; the rest is documented. 0.7.1 is right about one line of §4.
    let isRight = place.hasPrefix("§4") && place != "§4 same external ID"
    #expect(levels.contains(isRight ? .recommended : .required), "\(levels)")
    #expect(!isRight || !levels.contains(.required), "0.7.1 does not do what \(place) says")
  }

  @Test func `the lines have names of their own, section by section`() {
    let places = Contract.lines.map(\.place)
    #expect(Set(places).count == places.count)
    #expect(places.map { String($0.prefix(2)) } == places.map { String($0.prefix(2)) }.sorted())
  }

  @Test func `the list by contract shows a line with its cases, and counts those without`() throws {
    let one = try ConformanceCase(over: "two-rooms", "script: [{ at: 1m, expect: oracle }]")
    let text = ContractCoverage(CaseLibrary(of: [one])).text
    #expect(
      text.contains(
        "\n§2 bbb_meetings: number of meetings, breakout rooms included\n  required     test/case\n"))
    #expect(text.contains("\n§2 bbb_api_up: 1 if the API answers, 0 otherwise\n  no case\n"))
    #expect(text.hasSuffix("\n1 of \(Contract.lines.count) lines have a case\n"))
  }

  @Test func `the skeleton of a case is a case`() throws {
    let skeleton = try ConformanceCase(yaml: CaseSkeleton("meetings/mine").yaml, slug: "meetings/mine")
    #expect(skeleton.steps.count == 3)
    var exporter = try PerfectExporter(skeleton)
    try exporter.expectNumbers(of: skeleton)
  }
}
