import BBBAPI
import PrometheusText
import Subprocess
import TestSupport
import Testing

@testable import Exporter

/// API_CHECKSUM_ALGORITHM on the wire, with openssl as the second opinion.
@Suite(.timeLimit(.minutes(5))) struct ChecksumSettingTests {
  private func digestByOpenSSL(_ text: String, _ algorithm: ChecksumAlgorithm) async throws -> String {
    let result = try await run(
      .name("openssl"), arguments: ["dgst", "-\(algorithm.rawValue)", "-r"], input: .string(text),
      output: .string(limit: 4096))
    return String(result.standardOutput.prefix { $0 != " " })
  }

  @Test(arguments: ChecksumAlgorithm.allCases)
  func `every call of a scrape is signed with the algorithm of the setting`(_ algorithm: ChecksumAlgorithm)
    async throws
  {
    try await withBench(["API_CHECKSUM_ALGORITHM": algorithm.rawValue.uppercased()]) { bench in
      _ = try await bench.samples()
      #expect(bench.fake.targets.count == 5)
      for target in bench.fake.targets {
        let pattern = /\/bigbluebutton\/api\/(\w+)\?checksum=([0-9a-f]+)&?(.*)/
        let (_, call, checksum, query) = try #require(target.wholeMatch(of: pattern)).output
        let expected = try await digestByOpenSSL("\(call)\(query)demo-secret", algorithm)
        #expect(checksum == expected && checksum.count == algorithm.hexLength, "\(call)?\(query)")
      }
    }
  }

  @Test func `without the setting it is SHA-1, which every version takes`() async throws {
    try await withBench { bench in
      bench.fake.verify(secret: "demo-secret", accepting: [.sha1])
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_api_up") == 1)
    }
  }

  @Test(arguments: ChecksumAlgorithm.allCases)
  func `a server that refuses the algorithm is never tried with another`(_ algorithm: ChecksumAlgorithm)
    async throws
  {
    let others = ChecksumAlgorithm.allCases.filter { $0 != algorithm }
    try await withBench(["API_CHECKSUM_ALGORITHM": algorithm.rawValue, "RECORDINGS_METRICS": "false"]) {
      bench in
      bench.fake.verify(secret: "demo-secret", accepting: others)
      for round in 1...3 {
        let samples = try await bench.samples()
        #expect(samples.value(of: "bbb_api_up") == 0)
        #expect(bench.fake.targets.count == round)
      }
      let lengths = bench.fake.targets.map { $0.split(separator: "checksum=").last?.count }
      #expect(lengths.allSatisfy { $0 == algorithm.hexLength })
    }
  }
}
