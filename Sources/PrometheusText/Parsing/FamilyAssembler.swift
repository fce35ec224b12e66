/// Puts descriptions and samples together into families, and notes where the page is out of order.
struct FamilyAssembler {
  let format: ExpositionFormat
  private(set) var families: [AssembledFamily] = []
  private var indexOfHeader: [String: Int] = [:]
  private var current: Int?
  private var findings: [LintFinding] = []
  /// Where the last sample went: most samples have the name of the one before.
  private var lastPlace: (name: String, place: Place)?

  init(format: ExpositionFormat) {
    self.format = format
  }

  /// Hands over what was found since the last time.
  mutating func takeFindings() -> [LintFinding] {
    defer { if !findings.isEmpty { findings = [] } }
    return findings
  }

  private mutating func note(_ kind: LintKind, _ line: Int, _ index: Int, _ message: String) {
    findings.append(LintFinding(kind: kind, line: line, family: families[index].headerName, message: message))
  }
}

// MARK: Descriptions

extension FamilyAssembler {
  mutating func describe(_ name: String, help: String, _ line: Int) {
    let index = openFamily(name, line, "HELP", .repeatedHelp) { $0.help != nil }
    if families[index].help == nil { families[index].help = help }
  }

  mutating func measure(_ name: String, in unit: String, _ line: Int) {
    let index = openFamily(name, line, "UNIT", .repeatedUnit) { $0.unit != nil }
    guard families[index].unit == nil else { return }
    families[index].unit = unit
    if !unit.isEmpty && !name.hasSuffix("_" + unit) {
      note(.unitMismatch, line, index, "the name \(name.excerpt) does not end with its unit \(unit.excerpt)")
    }
  }

  mutating func declare(_ name: String, _ type: MetricType, _ line: Int) {
    let isNew = indexOfHeader[name] == nil
    let index = openFamily(name, line, "TYPE", .repeatedType) { $0.type != nil }
    if isNew { noteSamplesAhead(of: index, type, line) }
    if families[index].type == nil { families[index].type = type }
  }

  private mutating func openFamily(
    _ name: String, _ line: Int, _ keyword: String, _ repeated: LintKind,
    isRepeated: (AssembledFamily) -> Bool
  ) -> Int {
    lastPlace = nil
    let index = indexOfHeader[name] ?? addFamily(name, line)
    if isRepeated(families[index]) {
      note(repeated, line, index, "a second \(keyword) line for \(name.excerpt)")
    } else if !families[index].samples.isEmpty {
      note(
        .metadataAfterSamples, line, index, "the \(keyword) line of \(name.excerpt) comes after its samples")
    }
    enter(index, line)
    return index
  }

  private mutating func noteSamplesAhead(of index: Int, _ type: MetricType, _ line: Int) {
    let name = families[index].headerName
    for suffix in type.suffixes(in: format) where !suffix.isEmpty {
      guard let early = indexOfHeader[name + suffix], families[early].type == nil else { continue }
      return note(
        .metadataAfterSamples, line, index,
        "the TYPE line of \(name.excerpt) comes after its \(suffix) samples")
    }
  }

  private mutating func addFamily(_ name: String, _ line: Int) -> Int {
    families.append(AssembledFamily(headerName: name, firstLine: line))
    indexOfHeader[name] = families.count - 1
    return families.count - 1
  }

  /// Goes on with a family, which must be new or the one of the line before.
  private mutating func enter(_ index: Int, _ line: Int) {
    defer { current = index }
    guard let current, current != index, families[index].firstLine != line else { return }
    note(
      .interleavedFamily, line, index,
      "\(families[index].headerName.excerpt) goes on after lines of \(families[current].headerName.excerpt)")
  }
}

// MARK: Samples

extension FamilyAssembler {
  private struct Place {
    var index: Int
    var suffix: String
    var isExpected = true
  }

  mutating func add(_ sample: Sample, named name: String, _ line: Int) {
    let place = place(ofSampleNamed: name, line)
    enter(place.index, line)
    var sample = sample
    sample.suffix = place.suffix
    families[place.index].samples.append(sample)
    families[place.index].lines.append(line)
    if !place.isExpected { noteUnexpected(name, place.index, line) }
    if let exemplar = sample.exemplar { check(exemplar, place, line) }
  }

  private mutating func place(ofSampleNamed name: String, _ line: Int) -> Place {
    if let lastPlace, lastPlace.name == name { return lastPlace.place }
    let place = knownPlace(ofSampleNamed: name) ?? Place(index: addFamily(name, line), suffix: "")
    lastPlace = (name, place)
    return place
  }

  /// The family that has exactly this name and allows it, or whose name with one of its endings it is.
  private func knownPlace(ofSampleNamed name: String) -> Place? {
    let exact = indexOfHeader[name]
    if let exact, suffixes(of: exact).contains("") { return Place(index: exact, suffix: "") }
    for suffix in Self.allSuffixes where name.hasSuffix(suffix) {
      guard let index = indexOfHeader[String(name.dropLast(suffix.count))] else { continue }
      if suffixes(of: index).contains(suffix) { return Place(index: index, suffix: suffix) }
    }
    return exact.map { Place(index: $0, suffix: "", isExpected: false) }
  }

  private func suffixes(of index: Int) -> [String] {
    families[index].knownType.suffixes(in: format)
  }

  private static let allSuffixes = [
    "_total", "_created", "_bucket", "_count", "_sum", "_gcount", "_gsum", "_info",
  ]

  private mutating func noteUnexpected(_ name: String, _ index: Int, _ line: Int) {
    let type = families[index].knownType
    let kind: LintKind = type == .counter ? .counterWithoutTotal : .unexpectedSuffix
    let endings = type.suffixes(in: format).joined(separator: ", ")
    note(
      kind, line, index, "a sample of the \(type.rawValue) \(name.excerpt) without any ending (\(endings))")
  }

  private mutating func check(_ exemplar: Exemplar, _ place: Place, _ line: Int) {
    switch (families[place.index].knownType, place.suffix) {
    case (.counter, "_total"), (.histogram, "_bucket"), (.gaugehistogram, "_bucket"): break
    default: note(.misplacedExemplar, line, place.index, "an exemplar on neither a bucket nor a counter")
    }
    let length = exemplar.labels.reduce(0) {
      $0 + $1.name.unicodeScalars.count + $1.value.unicodeScalars.count
    }
    if length > 128 {
      note(
        .longExemplar, line, place.index, "an exemplar with \(length) characters of labels, 128 are allowed")
    }
  }
}

// MARK: The end

extension FamilyAssembler {
  /// Checks what needs all families: names that two of them claim, and units where none may be.
  mutating func finish() {
    var owners: [String: Int] = [:]
    for index in families.indices {
      for name in claimedNames(of: index) {
        if let owner = owners.updateValue(index, forKey: name), owner != index {
          let other = families[owner].headerName
          note(
            .clashingNames, families[index].firstLine, index,
            "the name \(name.excerpt) belongs to \(other.excerpt) already")
        }
      }
      noteForbiddenUnit(index)
    }
  }

  private func claimedNames(of index: Int) -> [String] {
    let name = families[index].headerName
    return [name] + suffixes(of: index).filter { !$0.isEmpty }.map { name + $0 }
  }

  private mutating func noteForbiddenUnit(_ index: Int) {
    let family = families[index]
    guard let unit = family.unit, !unit.isEmpty else { return }
    guard family.knownType == .info || family.knownType == .stateset else { return }
    note(
      .unitMismatch, family.firstLine, index, "\(family.headerName.excerpt) has a unit, its type allows none")
  }
}
