import BBBAPI
import PrometheusText
import Scenarios

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
    .either(mapping: single, otherwise: .choice("an expectation", of: [("oracle", .oracle)]))
  }

  /// A key with an underscore is a series, as all metrics of the contract are; the others are words of this
  /// language.
  private static var single: Reading {
    Reading { field in
      let entries = field.entries("an expectation")
      guard let (key, value) = entries.first, entries.count == 1 else {
        return field.reject(asNo: "one expectation", fix: "put a dash before each")
      }
      guard key.contains("_") || key.contains("{") else {
        return field.mapping("an expectation") { $0.exactlyOne(of: named) }
      }
      return series(key, value)
    }
  }

  private static func series(_ key: String, _ value: FieldReader) -> Expectation? {
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
      guard let (family, value) = field.entries("a family and its type").first else {
        return field.reject(asNo: "a family and its type", fix: "write `{ bbb_meetings: gauge }`")
      }
      let type = Reading<MetricType>.choice("a type", of: MetricType.allCases.map { ($0.rawValue, $0) })
      return type.value(of: value).map { .type(family: family, $0) }
    }
  }

  /// `{ getMeetings: 1, getRecordings: 4 }`
  private static var calls: Reading {
    Reading { field in
      let counts = field.entries("a mapping of calls").compactMap { name, value -> (APICall, Int)? in
        guard let call = APICall(rawValue: name) else {
          value.report(
            "\(value.name) is no call of the API", "it has no such path", fix: "write `getMeetings`")
          return nil
        }
        return Reading<Int>.count().value(of: value).map { (call, $0) }
      }
      return .calls(Dictionary(counts, uniquingKeysWith: { first, _ in first }))
    }
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
