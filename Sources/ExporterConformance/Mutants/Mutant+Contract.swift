import ConformanceKit
import PrometheusText

extension Mutant {
  /// Made from the contract's table of families, row by row: what can go wrong with any family goes wrong with each.
  static let ofTheContract: [Mutant] = Contract.families.flatMap { family -> [Mutant] in
    let parts = family.parts.flatMap { part -> [Mutant] in
      [lost(part), retyped(part), helpless(part)] + wrongNumbers(part)
    }
    let labels = family.labels.flatMap { wrongLabels($0, of: family) }
    return parts + labels + pairs(family.labels).map { exchanged($0, $1, of: family) }
  }

  private static func lost(_ part: ContractPart) -> Mutant {
    Mutant(
      .derived("metrics", "lost", part.name), "\(part.name) is not there.",
      from: "contract §2 \(part.family.name)",
      claimedBy: part.family.claimsInBothFormats, .page { page in page.lines.removeAll(where: part.owns) })
  }

  private static func retyped(_ part: ContractPart) -> Mutant {
    let other: MetricType = part.type == .gauge ? .counter : .gauge
    return
      Mutant(
        .derived("metrics", part.name, "is", other.rawValue),
        "\(part.name) is called a \(other.rawValue).", from: "openstack-exporter #427",
        claimedBy: part.family.claims,
        .page { page in for name in part.headers { page.retype(name, as: other.rawValue) } })
  }

  private static func helpless(_ part: ContractPart) -> Mutant {
    Mutant(
      .derived("metrics", "without-help", part.name), "\(part.name) has no HELP.",
      from: "exporters that print their samples by hand", claimedBy: part.family.claims,
      .page { page in for name in part.headers { page.removeHeader("HELP", of: name) } })
  }

  private static func wrongNumbers(_ part: ContractPart) -> [Mutant] {
    let wrong: [(word: String, about: String, value: @Sendable (Double) -> Double)] = [
      ("one-more", "is one too many", { $0 + 1 }), ("one-less", "is one too few", { $0 - 1 }),
      ("not-a-number", "is NaN", { _ in .nan }),
    ]
    return wrong.map { word, about, value in
      Mutant(
        .derived("metrics", part.name, word), "\(part.name) \(about).",
        from: "contract §2 \(part.family.name)",
        claimedBy: part.family.claims,
        .page { page in for name in part.numbers { page.edit(name) { $0.number = value($0.number) } } })
    }
  }

  private static func wrongLabels(_ label: String, of family: ContractFamily) -> [Mutant] {
    let wrong: [(word: String, about: String, change: @Sendable (inout SampleLine) -> Void)] = [
      ("lost", "is not there", { $0.relabel(label) { _ in nil } }),
      ("empty", "is empty", { $0.relabel(label) { _ in "" } }),
      (
        "renamed", "has another name", { $0.labels = $0.labels?.replacing(label + "=", with: "my_\(label)=") }
      ),
    ]
    return wrong.map { word, about, change in
      Mutant(
        .derived("metrics", family.name, "label", label, word),
        "The label \(label) of \(family.name) \(about).",
        from: "contract §2 \(family.name): labels", claimedBy: family.claimsInBothFormats,
        .page { page in for name in family.sampleNames { page.edit(name, label + "=\"", change) } })
    }
  }

  private static func exchanged(_ one: String, _ other: String, of family: ContractFamily) -> Mutant {
    Mutant(
      .derived("metrics", family.name, "label", one, "for", other),
      "The labels \(one) and \(other) of \(family.name) have each other's value.",
      from: "labels given by position in client libraries", claimedBy: family.claims,
      .page { page in
        for name in family.sampleNames {
          page.edit(name, one + "=\"") { sample in
            let marked = sample.labels?.replacing(one + "=\"", with: "\0")
            sample.labels = marked?.replacing(other + "=\"", with: one + "=\"").replacing(
              "\0", with: other + "=\"")
          }
        }
      })
  }
}

/// What has a header of its own in the text format.
struct ContractPart: Sendable {
  let family: ContractFamily
  let name: String
  let type: MetricType

  /// Names that its header may have: a counter's with its ending or without.
  var headers: [String] { type == .counter ? [name, name + "_total"] : [name] }

  /// Names of its samples.
  var samples: [String] {
    switch type {
    case .counter: [name + "_total"]
    case .histogram: ["_bucket", "_count", "_sum"].map { name + $0 }
    default: [name]
    }
  }

  /// Names of its samples whose value can be off by one; buckets have bounds of their own.
  var numbers: [String] { type == .histogram && family.type == .histogram ? [name + "_count"] : samples }

  /// Whether a line of a page is one of its own.
  @Sendable func owns(_ line: String) -> Bool {
    if line.hasPrefix("#") { return headers.contains { line.contains(" \($0) ") } }
    return SampleLine(line).map { samples.contains($0.name) } ?? false
  }
}

extension ContractFamily {
  /// Its headers in the text format.
  var parts: [ContractPart] {
    headers(in: .text).map { ContractPart(family: self, name: $0.name, type: $0.type) }
  }

  /// The names of all its samples.
  var sampleNames: [String] { parts.flatMap(\.samples) }

  /// The case that shows the family.
  fileprivate var claims: [Slug] {
    switch name {
    case "bbb_recordings_unprocessed": ["recordings/from-disk"]
    case "bbb_version": ["versions/server-from-disk"]
    default: ["formats/text-by-default"]
    }
  }

  /// The same, and in the other format where the family is there by default.
  fileprivate var claimsInBothFormats: [Slug] {
    claims + (claims == ["formats/text-by-default"] ? ["formats/open-metrics"] : [])
  }
}
