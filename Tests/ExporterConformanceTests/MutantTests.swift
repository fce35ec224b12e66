import ConformanceKit
import Testing

@testable import ExporterConformance

/// The mutants of `self-test`, and what is told of them.
struct MutantTests {
  @Test func `there are forty mutants at least, each with a name of its own`() {
    #expect(Mutant.all.count >= 40)
    #expect(Set(Mutant.all.map(\.slug)).count == Mutant.all.count)
    #expect(Set(Mutant.all.map(\.slug.group)) == ["api", "metrics", "behaviour", "wire"])
  }

  @Test func `every mutant is claimed by a shipped case, and every required case claims one`() throws {
    let cases = try CaseLibrary.shipped().cases
    let known = Set(cases.map(\.slug))
    for mutant in Mutant.all {
      #expect(!mutant.claims.isEmpty && known.isSuperset(of: mutant.claims), "\(mutant.slug)")
    }
    #expect(SelfTest.unclaimed(among: cases) == [])
  }

  @Test func `a required case that no mutant stands for is named`() throws {
    let stranger = try ConformanceCase(over: "quiet-server", "script: [{ at: 1m, expect: oracle }]")
    #expect(SelfTest.unclaimed(among: [stranger]) == ["test/case"])
  }

  private static let page = PageText(
    Array(
      """
      # HELP a_total Of a.
      # TYPE a_total counter
      a_total 3
      b_bucket{kind="x",le="0.5"} 1
      b_bucket{kind="x",le="+Inf"} 2

      """.utf8))

  @Test func `a page that nobody rewrites keeps its bytes`() {
    var page = Self.page
    page.edit("b_bucket") { _ in }
    #expect(page.bytes == Self.page.bytes)
  }

  @Test func `samples are found by their name and a text in their labels`() {
    var page = Self.page
    page.add("a_total", by: 1)
    page.remove("b_bucket", "+Inf")
    page.removeHeader("HELP", of: "a_total")
    #expect(page.lines == ["# TYPE a_total counter", "a_total 4", #"b_bucket{kind="x",le="0.5"} 1"#])
    #expect(Self.page.lines.compactMap { SampleLine($0)?.bound } == [0.5, .infinity])
  }

  @Test func `two series exchange their values`() {
    var page = Self.page
    page.exchange(("a_total", ""), ("b_bucket", "+Inf"))
    #expect(page.value("a_total") == 2)
    #expect(page.value("b_bucket", "+Inf") == 3)
    #expect(page.value("b_bucket", "0.5") == 1)
  }

  @Test func `a command line goes into a script whole`() {
    let command = Defect.heedless(of: "PORT").command(ExporterCommand("run 'it' $HOME"))
    #expect(command.line == #"sh -c 'unset PORT; exec run '\''it'\'' $HOME'"#)
  }
}
