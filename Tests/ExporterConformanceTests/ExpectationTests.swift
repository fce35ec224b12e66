import PrometheusText
import Testing

@testable import ExporterConformance

struct ExpectationTests {
  @Test(arguments: [
    ("bbb_meetings", "bbb_meetings", [:]),
    ("bbb_x{type=\"html5\"}", "bbb_x", ["type": "html5"]),
    ("bbb_x_bucket{le=\"+Inf\",a=\"b \\\" c\"}", "bbb_x_bucket", ["le": "+Inf", "a": "b \" c"]),
  ])
  func `a series is read as a page writes it`(text: String, name: String, labels: [String: String]) {
    let series = Series(text)
    #expect(series?.name == name)
    #expect(series?.labelsByName == labels)
  }

  @Test(arguments: ["", "bbb x", "bbb_x{", "bbb_x{a=b}", "bbb_x 3", "bbb_x\nbbb_y", "# bbb_x"])
  func `what is no series is none`(text: String) {
    #expect(Series(text) == nil)
  }

  @Test(arguments: [
    ("text/plain; version=0.0.4; charset=utf-8", "text/plain; version=0.0.4", true),
    ("TEXT/plain;charset=utf-8;Version=0.0.4", "text/plain; version=0.0.4", true),
    ("text/plain; charset=utf-8", "text/plain; version=0.0.4", false),
    ("application/openmetrics-text; version=1.0.0", "text/plain; version=0.0.4", false),
    ("", "text/plain", false),
  ])
  func `a media type is compared by its parts`(actual: String, wanted: String, meets: Bool) {
    #expect(MediaType(actual).meets(MediaType(wanted)) == meets)
  }

  @Test(arguments: [
    (ValueRange.exactly(3), 3.0, true), (.exactly(3), 3.5, false), (.exactly(3), .nan, false),
    (.between(0, 2), 2, true), (.between(0, 2), 2.1, false), (.atLeast(1), 1, true),
    (.atLeast(1), 0.9, false),
    (.atLeast(0), .nan, false),
  ])
  func `a range knows its values`(range: ValueRange, value: Double, isIn: Bool) {
    #expect(range.contains(value) == isIn)
  }
}
