/// Reads other scenarios that one speaks of, and keeps them from going round in circles.
struct ScenarioIncludes {
  /// The files being read, the outermost first.
  private let reading: [ScenarioSource]
  /// How many files were read in all; shared by all readers of one scenario.
  private let count: Counter

  /// Files within files within files.
  static let deepest = 8
  /// Files in all.
  static let most = 64

  private final class Counter { var files = 0 }

  init(of source: ScenarioSource) {
    reading = [source]
    count = Counter()
  }

  private init(_ reading: [ScenarioSource], _ count: Counter) {
    self.reading = reading
    self.count = count
  }

  /// The root of what `field` names, and the includes of that; nil after a complaint at `field`.
  ///
  /// Mistakes in the other file go to a sink of its own, which that of `field` adopts.
  func open(_ field: FieldReader) -> (root: FieldReader, includes: ScenarioIncludes)? {
    guard let name = Reading.name.value(of: field), let source = found(name, field) else { return nil }
    let sink = DiagnosticSink(file: source.file)
    field.sink.adopt(sink)
    do throws(ScenarioProblems) {
      let text = try UTF8Text.decoded(source.bytes, file: source.file)
      guard let root = FieldReader(yaml: text, sink: sink) else { return nil }
      return (root, ScenarioIncludes(reading + [source], count))
    } catch {
      for diagnostic in error.diagnostics { sink.report(diagnostic) }
      return nil
    }
  }

  private func found(_ name: String, _ field: FieldReader) -> ScenarioSource? {
    let source: ScenarioSource
    do throws(ScenarioSourceError) {
      source = try reading[reading.count - 1].resolve(name)
    } catch {
      return field.reject(asNo: "a scenario that can be read", because: error.reason, fix: error.fix)
    }
    count.files += 1
    if reading.contains(where: { $0.file == source.file }) {
      field.report(
        "\(field.found) includes itself", reading.map { "`\($0.file)`" }.joined(separator: " → "),
        fix: "remove one of these includes")
    } else if reading.count > Self.deepest || count.files > Self.most {
      field.report(
        "too many files", "at most \(Self.deepest) within one another, and \(Self.most) in all",
        fix: "put them together")
    } else {
      return source
    }
    return nil
  }
}
