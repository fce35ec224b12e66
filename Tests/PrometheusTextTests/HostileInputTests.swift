import PrometheusText
import TestSupport
import Testing

@Suite struct `Hostile input` {
  @Test func `no bytes crash parser or lint`() {
    var random = SeededGenerator(seed: 20_000)
    for _ in 0..<10_000 {
      let page = randomBytes(&random)
      for format in ExpositionFormat.allCases { survive(page, format) }
    }
  }

  @Test func `no damage to a good page crashes parser or lint`() {
    var random = SeededGenerator(seed: 77)
    for seed in UInt64(0)..<10_000 {
      let format = random.pick(ExpositionFormat.allCases)
      var page = ExpositionWriter.bytes(of: RandomFamilies.families(seed: seed), as: format)
      for _ in 0..<3 { damage(&page, &random) }
      survive(page, format)
    }
  }

  @Test func `a page is refused exactly when lint has a finding of that kind`() {
    var random = SeededGenerator(seed: 4711)
    for seed in UInt64(0)..<3_000 {
      let format = random.pick(ExpositionFormat.allCases)
      var page = ExpositionWriter.bytes(of: RandomFamilies.families(seed: seed), as: format)
      damage(&page, &random)
      let findings = ExpositionLint.findings(in: page, as: format)
      do {
        _ = try ExpositionParser.parse(page, as: format)
        #expect(!findings.contains { $0.kind == .syntax || $0.kind == .missingEOF }, "seed \(seed)")
      } catch {
        #expect(
          findings.contains { $0.kind == error.kind && $0.line == error.line }, "seed \(seed): \(error)")
      }
    }
  }

  @Test func `neither error nor finding shows more than eighty bytes of a line`() {
    let long = String(repeating: "x", count: 5000)
    let pages = [
      long, "a{\(long)=1} 1\n", "a{b=\"\(long)\"c} 1\n", "a{\(long)=\"\",\(long)=\"\"} 1\n", "a \(long)\n",
      "# TYPE a \(long)\n", "# HELP \(long) a\n# HELP \(long) b\n\(long) 1\n\(long) 1\n# EOF\n",
      "# TYPE \(long) counter\n\(long) -1\n\(long) 1\n# EOF\n", "a 1 \(long)\n",
    ]
    for (page, format) in pages.flatMap({ page in ExpositionFormat.allCases.map { (page, $0) } }) {
      let limit = String(repeating: "x", count: 81)
      for finding in ExpositionLint.findings(in: [UInt8](page.utf8), as: format) {
        #expect(!finding.message.contains(limit))
        #expect(finding.message.utf8.count < 260)
      }
      do {
        _ = try ExpositionParser.parse([UInt8](page.utf8), as: format)
      } catch {
        #expect(error.excerpt.utf8.count <= 80)
        #expect(!error.description.contains(limit))
      }
    }
  }

  private func survive(_ page: [UInt8], _ format: ExpositionFormat) {
    _ = try? ExpositionParser.parse(page, as: format)  // Only a trap would be a failure.
    _ = ExpositionLint.findings(in: page, as: format)
  }

  private func randomBytes(_ random: inout SeededGenerator) -> [UInt8] {
    let alphabet = [UInt8]("ab_:0123456789 \t\n\n#{}\"\\=,+-.eENaIf".utf8) + [0, 0xC3, 0xA9, 0xFF, 0x80]
    let isWild = Int.random(in: 0..<4, using: &random) == 0
    return (0..<Int.random(in: 0...120, using: &random)).map { _ in
      isWild ? UInt8.random(in: 0...255, using: &random) : random.pick(alphabet)
    }
  }

  private func damage(_ page: inout [UInt8], _ random: inout SeededGenerator) {
    guard !page.isEmpty else { return }
    let index = Int.random(in: page.indices, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: page.remove(at: index)
    case 1: page[index] = UInt8.random(in: 0...255, using: &random)
    case 2: page.insert(random.pick([UInt8](" \n\"{}\\#,".utf8)), at: index)
    case 3: page.removeSubrange(index...)
    default: page.append(contentsOf: page[index...])
    }
  }
}
