import BBBAPI
import PrometheusText
import Scenarios
import Wording

extension Reading where Value == [Expectation] {
  /// `oracle`, or a list of expectations.
  static var expectations: Reading {
    Reading { field in
      guard field.isList else { return Reading<Expectation>.expectation.value(of: field).map { [$0] } }
      return field.elements().compactMap(Reading<Expectation>.expectation.value)
    }
  }
}

extension Reading where Value == Expectation {
  /// `oracle`, `{ SERIES: VALUE }`, or one of the named expectations.
  static var expectation: Reading {
    .either(mapping: single, otherwise: word)
  }

  private static var word: Reading {
    let oracle = Reading.choice("an expectation", of: [("oracle", .oracle)])
    return Reading { field in
      let isOther =
        field.scalar.map { NearestName.of($0, among: ["oracle"]) == nil } ?? field.isNothing
      guard isOther else { return oracle.value(of: field) }
      return field.reject(
        asNo: "an expectation", fix: "write `oracle`, or a series and its value such as `bbb_meetings: 3`")
    }
  }

  /// A key with an underscore is a series, as all metrics of the contract are; the others are words of this
  /// language.
  private static var single: Reading {
    Reading { field in
      guard field.begins(with: .series) else {
        return field.mapping("an expectation") { $0.exactlyOne(of: named) }
      }
      let entries = field.entries("an expectation", keys: .series) { _, _ in }
      guard let (key, value) = entries.first, entries.count == 1 else {
        return field.reject(asNo: "one expectation", fix: "put a dash before each")
      }
      return series(key, value)
    }
  }

  private static func series(_ key: String, _ value: FieldReader) -> Expectation? {
    guard !KeyRule.isHalfAFamily(key) else {
      return value.reject(
        asNo: "the value of a series", because: "\(value.name) is no name of a metric",
        fix: "did you mean `bbb_\(key)`?")
    }
    guard let series = Series(key) else {
      return value.reject(
        asNo: "the value of a series", because: "\(value.name) cannot be read as a series",
        fix: "write it as a page does, such as `'bbb_x{type=\"html5\"}'`")
    }
    return Reading<Double>.sampleValue.value(of: value).map { .value(series, $0) }
  }

  private static var named: [(key: String, reading: Reading)] {
    [
      ("absent", made(of: .series) { .absent($0) }),
      ("present", made(of: .series) { .present($0) }),
      ("at-least", made(of: .seriesAndValue("value")) { .atLeast($0.series, $0.value) }),
      ("increased", made(of: .seriesAndValue("by")) { .increased($0.series, by: $0.value) }),
      ("type", Reading { types.value(of: $0) }),
      ("content-type", made(of: .name) { .contentType($0) }),
      ("status", made(of: .count(in: 100...599)) { .status($0) }),
      ("within", made(of: .length) { .within($0) }),
      ("calls", Reading { calls.value(of: $0) }),
      ("limited", limited),
      (
        "noticed",
        made(of: .choice("a kind of metric", of: Notice.allCases.map { ($0.rawValue, $0) })) {
          .noticed(by: $0)
        }
      ),
      ("prints", prints),
      ("silent-about", made(of: .texts) { .silentAbout($0) }),
    ] + Reading<LoadExpectation>.measures.map { word, reading in (word, made(of: reading) { .load($0) }) }
  }

  private static func made<Part>(of part: Reading<Part>, _ make: @escaping (Part) -> Expectation) -> Reading {
    Reading { field in part.value(of: field).map(make) }
  }

  /// `{ call: getRecordings, to: 10 }`
  private static var limited: Reading {
    Reading { field in
      field.mapping("a limit") { m in
        let (call, most) = (m.required("call", .call), m.required("to", .count(from: 1)))
        guard let call, let most else { return nil }
        return .limited(call, to: most)
      }
    }
  }

  /// `TEXT`, or `{ text: TEXT, lines: 1 }`
  private static var prints: Reading {
    .either(
      mapping: Reading { field in
        field.mapping("what is printed") { m in
          let (text, lines) = (m.required("text", .name), m.optional("lines", .count()))
          return text.map { .prints($0, lines: lines) }
        }
      }, otherwise: made(of: .name) { .prints($0, lines: nil) })
  }

  /// `{ bbb_meetings: gauge }`
  private static var types: Reading {
    Reading { field in
      let entries = field.entries("a family and its type")
      guard let (family, value) = entries.first, entries.count == 1 else {
        return field.reject(
          asNo: "a family and its type", because: "it names \(entries.count) families",
          fix: "write `type: { bbb_meetings: gauge }` for each")
      }
      let type = Reading<MetricType>.choice("a type", of: MetricType.allCases.map { ($0.rawValue, $0) })
      return type.value(of: value).map { .type(family: family, $0) }
    }
  }

  /// `{ getMeetings: 1, getRecordings: 4 }`
  private static var calls: Reading {
    Reading { field in
      field.mapping("a mapping of calls") { m in
        let counts = APICall.allCases.filter { !$0.rawValue.isEmpty }.compactMap { call in
          m.optional(call.rawValue, .count()).map { (call, $0) }
        }
        return .calls(Dictionary(counts, uniquingKeysWith: { first, _ in first }))
      }
    }
  }
}

extension KeyRule {
  /// Series, as all metrics of the contract are written; no word of the language has such a character.
  fileprivate static let series = KeyRule(pattern: "[_{]", example: "bbb_meetings", most: 1) {
    $0.contains("_") || $0.contains("{") || isHalfAFamily($0)
  }

  /// Whether somebody has left out the prefix of all metrics.
  fileprivate static func isHalfAFamily(_ key: String) -> Bool {
    Contract.families.contains { $0.name == "bbb_\(key)" }
  }
}

extension Reading where Value == Series {
  fileprivate static var series: Reading {
    scalar("a series", fix: "write it as a page does, such as `'bbb_meetings'`") { Series($0) }
  }
}

extension Reading where Value == (series: Series, value: Double) {
  /// `{ series: …, by: 1 }`
  fileprivate static func seriesAndValue(_ key: String) -> Reading {
    Reading { field in
      field.mapping("a series and a number") { m in
        let series = m.required("series", .series)
        let value = m.required(key, .sampleValue)
        guard let series, let value else { return nil }
        return (series, value)
      }
    }
  }
}

extension Reading where Value == Double {
  fileprivate static var sampleValue: Reading {
    scalar("a number", fix: "write a number such as `3`") { Double($0) }
  }
}

extension Reading where Value == [String] {
  fileprivate static var texts: Reading {
    Reading { field in field.elements().compactMap(Reading<String>.name.value) }
  }
}
