import BBBAPI
import ConformanceKit
import Determinism

/// What was asked of the exporter and what it answered: its head, what the findings are about, and its beginning.
struct PageExhibit: Sendable {
  let record: ScrapeRecord
  /// Names of people in the world, which an exporter may have put on its page.
  let names: Set<String>
  let redactor: Redactor

  /// The most bytes of lines that the findings name.
  private static let namedSize = 4 << 10
  /// How far into a page lines are looked for.
  private static let searched = 4 << 20

  func exhibit(about findings: [Finding], at moment: String) -> Exhibit {
    let title = "\(moment): GET \(record.plan.path)"
    guard let answer = record.answer else {
      return Excerpt(request + "\n\nno answer", redactor).exhibit(title)
    }
    let body = Array(answer.body.prefix(Self.searched))
    let discreet = Redactor(secrets: redactor.secrets + people(on: body))
    let named = Excerpt(lines(of: findings, in: body).joined(separator: "\n"), discreet, size: Self.namedSize)
    let beginning = Excerpt(answer.body, discreet, size: Excerpt.size - named.text.utf8.count)
    let parts = [
      redactor.redacted(request), redactor.redacted(head(answer)),
      named.text.isEmpty ? "" : "# What the findings are about:\n" + named.text,
      (named.text.isEmpty ? "" : "# From its beginning:\n") + beginning.text,
    ]
    return Exhibit(
      title, parts.filter { !$0.isEmpty }.joined(separator: "\n\n"), omittedBytes: beginning.omittedBytes)
  }

  private var request: String {
    let plan = record.plan
    let headers =
      (plan.accept.map { ["Accept: \($0)"] } ?? []) + plan.headers.map { "\($0.key): \($0.value)" }
    let times = plan.together > 1 ? "  (\(plan.together) at once; the last answer counts)" : ""
    return (["> GET \(plan.path)\(times)"] + headers.map { "> \($0)" }).joined(separator: "\n")
  }

  private func head(_ answer: ScrapeAnswer) -> String {
    let headers = answer.headers.prefix(30).map { "< \($0.key): \(redactor.redacted($0.value).prefix(300))" }
    let size = "(\(answer.body.count) bytes, complete after \(answer.duration.scenarioText))"
    return (["< \(answer.status)  \(size)"] + headers).joined(separator: "\n")
  }

  /// The lines of every family that a finding names, HELP and TYPE with them.
  private func lines(of findings: [Finding], in body: [UInt8]) -> [String] {
    let stems = Set(findings.flatMap { Self.metrics(in: $0.what + " " + ($0.actual ?? "")) }.map(Self.stem))
    guard record.answer?.status == 200, !stems.isEmpty else { return [] }
    return body.split(separator: UInt8(ascii: "\n")).lazy.filter { line in
      Self.name(in: line).map { stems.contains(Self.stem($0)) } ?? false
    }
    // Redacted before it is cut: half a secret is not recognised.
    .prefix(200).map { line in
      let text = redactor.redacted(String(decoding: line.prefix(4 * Self.namedSize), as: UTF8.self))
      return String(decoding: text.utf8.prefix(Self.namedSize), as: UTF8.self)
    }
  }

  /// The words of a text that may be metrics.
  private static func metrics(in text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }.map(String.init)
      .filter { $0.hasPrefix("bbb_") }
  }

  /// The metric that a line of a page is about.
  private static func name(in line: ArraySlice<UInt8>) -> String? {
    let words = line.prefix(200).split(maxSplits: 3) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "{") }
    guard let first = words.first else { return nil }
    let isComment = first.elementsEqual([UInt8(ascii: "#")])
    return (isComment ? words.dropFirst(2).first : first).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func stem(_ name: String) -> String {
    let suffix = ["_bucket", "_gcount", "_gsum", "_count", "_sum", "_total", "_created"].first {
      name.hasSuffix($0)
    }
    return String(name.dropLast(suffix?.count ?? 0))
  }

  /// Quoted texts on the page that are somebody's name.
  private func people(on body: [UInt8]) -> [String] {
    let quoted = body.split(separator: UInt8(ascii: "\"")).map { String(decoding: $0, as: UTF8.self) }
    return Set(quoted).intersection(names).sorted()
  }
}
