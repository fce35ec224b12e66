/// A page of metrics as lines that can be rewritten into something no good library would write.
struct PageText: Sendable {
  /// The lines, without their ends.
  var lines: [String]

  init(_ bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines.map(String.init)
  }

  var bytes: [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

  /// The value of the first sample of a name that has a text in its labels.
  func value(_ name: String, _ label: String = "") -> Double? {
    lines.lazy.compactMap(SampleLine.init).first { $0.isNamed(name, label) }?.number
  }

  /// Changes every sample of a name that has a text in its labels.
  mutating func edit(_ name: String, _ label: String = "", _ change: (inout SampleLine) -> Void) {
    lines = lines.map { line in
      guard var sample = SampleLine(line), sample.isNamed(name, label) else { return line }
      change(&sample)
      return sample.text
    }
  }

  /// Sets the value of the samples.
  mutating func set(_ name: String, _ label: String = "", to value: Double) {
    edit(name, label) { $0.number = value }
  }

  /// Adds to the value of the samples.
  mutating func add(_ name: String, by summand: Double) {
    edit(name) { $0.number += summand }
  }

  /// Takes samples away; their header stays.
  mutating func remove(_ name: String, _ label: String = "") {
    lines.removeAll { SampleLine($0)?.isNamed(name, label) ?? false }
  }

  /// Takes away the lines of a family's header that begin with `# KIND`.
  mutating func removeHeader(_ kind: String, of name: String) {
    lines.removeAll { $0.hasPrefix("# \(kind) \(name) ") }
  }

  /// Gives a family another type.
  mutating func retype(_ name: String, as type: String) {
    lines = lines.map { $0.hasPrefix("# TYPE \(name) ") ? "# TYPE \(name) \(type)" : $0 }
  }

  /// Exchanges a text for another in all lines, and the other way round.
  mutating func exchange(_ one: String, _ other: String) {
    lines = lines.map {
      $0.replacing(one, with: "\0").replacing(other, with: one).replacing("\0", with: other)
    }
  }

  /// Exchanges the values of two series.
  mutating func exchange(_ one: (name: String, label: String), _ other: (name: String, label: String)) {
    guard let first = value(one.name, one.label), let second = value(other.name, other.label) else { return }
    set(one.name, one.label, to: second)
    set(other.name, other.label, to: first)
  }
}

/// A line with a sample, taken apart.
struct SampleLine: Sendable {
  var name: String
  /// What stands between the braces; nil when there are none.
  var labels: String?
  var value: String

  /// Reads a line; nil for a comment and for what is no sample.
  init?(_ line: String) {
    guard !line.hasPrefix("#"), let space = line.lastIndex(of: " ") else { return nil }
    value = String(line[line.index(after: space)...])
    let series = line[..<space]
    name = String(series.prefix { $0 != "{" })
    labels = series.last == "}" ? String(series.dropFirst(name.count + 1).dropLast()) : nil
  }

  var text: String { name + (labels.map { "{\($0)}" } ?? "") + " " + value }

  var number: Double {
    get { Double(value) ?? .nan }
    set { value = newValue == newValue.rounded() ? "\(Int(newValue))" : "\(newValue)" }
  }

  /// The upper bound of a bucket.
  var bound: Double? {
    guard let labels, let start = labels.firstRange(of: "le=\"")?.upperBound else { return nil }
    let text = labels[start...].prefix { $0 != "\"" }
    return text == "+Inf" ? .infinity : Double(text)
  }

  /// Changes the value of a label; nil takes the label away.
  mutating func relabel(_ label: String, _ change: (String) -> String?) {
    guard let labels, let start = labels.firstRange(of: label + "=\"") else { return }
    // What is escaped in a value does not end it.
    var end = start.upperBound
    while end < labels.endIndex, labels[end] != "\"" {
      end = labels.index(end, offsetBy: labels[end] == "\\" ? 2 : 1)
    }
    let rest = labels[end...].dropFirst()
    let pair = change(String(labels[start.upperBound..<end])).map { "\(label)=\"\($0)\"" }
    let before = labels[..<start.lowerBound]
    self.labels = before + (pair.map { $0 + rest } ?? String(rest.drop { $0 == "," }))
  }

  func isNamed(_ name: String, _ label: String) -> Bool {
    self.name == name && (label.isEmpty || labels?.contains(label) ?? false)
  }
}
