/// How much of what a run has kept is written down. A subject that says 10 MB must not become a report of 10 MB for each
/// of its cases.
enum ReportLimits {
  /// The bytes of one text: a finding's, a note's, an exhibit's.
  static let text = 262_144
  /// The findings of a case.
  static let findings = 500
  /// The notes of a case.
  static let notes = 500
  /// The exhibits of a case.
  static let exhibits = 250
  /// The plots of a case, and the courses of a plot.
  static let plots = 100
  /// The points of a course.
  static let points = 5_000
}

extension CaseResult {
  /// The result within the limits; what was left out is said where it stood.
  var withinLimits: CaseResult {
    var result = self
    result.findings = findings.limited(to: ReportLimits.findings) {
      Finding(.advice, "\($0.grouped) more findings were left out of the report")
    }.map(\.withinLimits)
    result.notes = notes.limited(to: ReportLimits.notes) {
      "\($0.grouped) more notes were left out of the report"
    }
    .map(\.withinLimits)
    result.evidence = evidence.withinLimits
    return result
  }
}

extension Evidence {
  fileprivate var withinLimits: Evidence {
    var evidence = self
    evidence.exhibits = exhibits.limited(to: ReportLimits.exhibits) {
      Exhibit("\($0.grouped) more exhibits were left out of the report", "")
    }.map(\.withinLimits)
    evidence.plots = plots.prefix(ReportLimits.plots).map(\.withinLimits)
    return evidence
  }
}

extension Finding {
  fileprivate var withinLimits: Finding {
    var finding = self
    finding.what = what.withinLimits
    finding.expected = expected?.withinLimits
    finding.actual = actual?.withinLimits
    finding.moment = moment?.withinLimits
    finding.hint = hint?.withinLimits
    return finding
  }
}

extension Exhibit {
  fileprivate var withinLimits: Exhibit {
    let (text, left) = self.text.cut(toBytes: ReportLimits.text)
    return Exhibit(title.withinLimits, text, omittedBytes: omittedBytes + left)
  }
}

extension Plot {
  fileprivate var withinLimits: Plot {
    var plot = self
    plot.lines = lines.prefix(ReportLimits.plots).map { line in
      // Joined again: a gap within is a matter of the few, and the peaks are what counts.
      line.points.count > ReportLimits.points
        ? Line(line.name, line.stretches(most: ReportLimits.points).flatMap(\.self)) : line
    }
    return plot
  }
}

extension String {
  fileprivate var withinLimits: String {
    let (text, left) = cut(toBytes: ReportLimits.text)
    return left > 0 ? "\(text)… \(left.grouped) more bytes" : self
  }
}

extension Array {
  /// The first so many elements, and one that tells how many were left out.
  fileprivate func limited(to most: Int, rest: (Int) -> Element) -> [Element] {
    count > most ? prefix(most) + [rest(count - most)] : self
  }
}
