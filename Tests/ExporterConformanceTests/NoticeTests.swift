import PrometheusText
import Testing

@testable import ExporterConformance

/// What counts as having noticed something, whatever the metric is called.
struct NoticeTests {
  /// Three pages of one family whose sample has these values; nil leaves the sample out.
  private func notices(_ notice: Notice, _ values: [Double?], name: String = "x_odd_total", type: String)
    throws -> Bool
  {
    let pages = try values.map { value in
      let sample = value.map { "\(name){kind=\"a\"} \($0)\n" } ?? ""
      return try ParsedPage(Array("# HELP \(name) H.\n# TYPE \(name) \(type)\n\(sample)".utf8), as: .text)
    }
    return pages[2].notices(notice, after: Array(pages.prefix(2)))
  }

  @Test(arguments: [
    ([0, 0, 1], true), ([nil, nil, 1], true), ([3, 3, 5], true), ([nil, 0, 2], true), ([1, 1, 1], false),
    ([1, 2, 3], false), ([nil, 1, 2], false), ([nil, nil, 0], false), ([nil, nil, nil], false),
  ])
  func `a counter notices that grows now and stood still before`(values: [Double?], isNoticed: Bool) throws {
    #expect(try notices(.counter, values, type: "counter") == isNoticed)
    #expect(try !notices(.counter, values, type: "gauge"))
  }

  @Test(arguments: [
    ([1, 1, 0], true), ([0, 1, 0], false), ([1, 1, 1], false), ([1, 1, nil], false), ([2, 2, 0], false),
    ([nil, 1, 0], false),
  ])
  func `a gauge notices that falls from 1 to 0`(values: [Double?], isNoticed: Bool) throws {
    #expect(try notices(.gauge, values, name: "x_success", type: "gauge") == isNoticed)
  }

  @Test(arguments: ["bbb_unique_meetings_total", "process_cpu_seconds_total", "python_gc_collections_total"])
  func `a counter of the contract or of a client library notices nothing`(name: String) throws {
    #expect(try !notices(.counter, [1, 1, 2], name: name, type: "counter"))
  }

  @Test func `two pages are too few to tell`() throws {
    let page = try ParsedPage(Array("# TYPE a_total counter\na_total 1\n".utf8), as: .text)
    #expect(!page.notices(.counter, after: [page]))
  }
}
