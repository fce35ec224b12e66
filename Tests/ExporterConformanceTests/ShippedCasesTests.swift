import ConformanceKit
import Testing

@testable import ExporterConformance

struct ShippedCasesTests {
  /// Read once for all tests; a mistake in a case fails each of them.
  private static let library = Result { try CaseLibrary.shipped() }

  @Test func `the cases in the command are those in the folder`() throws {
    let files = try CaseLibrary.sources(inFolder: Fixtures.shippedCases)
    #expect(ShippedCases.all.map(\.slug) == files.map(\.slug), "run .ci/embed-cases")
    let stale = zip(ShippedCases.all, files).filter { Array($0.yaml.utf8) != $1.bytes }.map(\.1.slug)
    #expect(stale == [], "run .ci/embed-cases")
  }

  @Test func `all of them can be read, and there are enough`() throws {
    let cases = try Self.library.get().cases
    #expect(cases.count { $0.level == .required } >= 30)
    #expect(cases.count { $0.level == .recommended } >= 10)
  }

  @Test(arguments: Contract.families.map(\.name))
  func `a required case names a family of the contract and holds it to something`(family: String) throws {
    let required = try Self.library.get().cases.filter { $0.level == .required }
    let named = required.flatMap(\.steps).flatMap(\.expectations).contains { $0.names(family) }
    #expect(named)
  }

  @Test(arguments: ShippedCases.all.map(\.slug))
  func `numbers written out are those of the oracle`(slug: String) throws {
    let found = try Self.library.get().cases.first { $0.slug.description == slug }
    let conformanceCase = try #require(found)
    // Where faults strike, TLS fails or a disk is read, the oracle alone does not know what is shown.
    guard conformanceCase.steps.allSatisfy({ $0.faults == nil }), conformanceCase.disk.isEmpty,
      !conformanceCase.speaksTLS
    else { return }
    var exporter = try PerfectExporter(conformanceCase)
    try exporter.expectNumbers(of: conformanceCase)
  }
}

extension ExporterConformance.Expectation {
  /// Whether the expectation says something about a family by name.
  fileprivate func names(_ family: String) -> Bool {
    switch self {
    case .value(let series, _), .atLeast(let series, _), .increased(let series, by: _), .present(let series):
      series.name == family
        || ["_bucket", "_gcount", "_gsum", "_count", "_sum"].contains { series.name == family + $0 }
    default: false
    }
  }
}
