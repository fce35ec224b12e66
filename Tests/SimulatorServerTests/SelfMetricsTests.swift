import BBBAPI
import Foundation
import PrometheusText
import Scenarios
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct SelfMetricsTests {
  /// The page after some requests, in the format that the header asks for.
  private static func page(accept: String, of server: SimulatedServer) async throws -> WireAnswer {
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        for _ in 0..<3 { _ = try await talk.get(Target.meetings) }
        _ = try await talk.get(Target.api + "/getMeetings?checksum=wrong")
        _ = try await talk.get(Target.api + "/nonsense")
        return try await talk.get("/metrics", headers: "Accept: \(accept)\r\n")
      }
    }
  }

  @Test func `requests are counted by call and how they went`() async throws {
    let page = try await Self.page(accept: "text/plain", of: .quiet())
    let lines = Set(page.text.split(separator: "\n").map(String.init))
    for line in [
      #"bbb_sim_requests_total{server="/",call="getMeetings",outcome="success"} 3"#,
      #"bbb_sim_requests_total{server="/",call="getMeetings",outcome="failed"} 1"#,
      #"bbb_sim_requests_total{server="/",call="none",outcome="page"} 1"#,
      #"bbb_sim_failures_total{server="/",call="getMeetings",message_key="checksumError"} 1"#,
      #"bbb_sim_clock_rate{server="/"} 0"#, #"bbb_sim_meetings{server="/"} 0"#, "bbb_sim_connections 1",
      "bbb_sim_request_duration_seconds_count 5",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(!page.text.contains("demo-secret"))
  }

  @Test func `both formats are spoken`() async throws {
    let open = try await Self.page(accept: "application/openmetrics-text;version=1.0.0", of: .quiet())
    #expect(open.header("content-type")?.hasPrefix("application/openmetrics-text") == true)
    #expect(open.text.hasSuffix("# EOF\n"))
    let plain = try await Self.page(accept: "text/plain;version=0.0.4", of: .quiet())
    #expect(plain.header("content-type")?.hasPrefix("text/plain; version=0.0.4") == true)
  }

  @Test func `promtool has nothing to say`() async throws {
    guard try Command.run("promtool", "--version").status == 0 else {
      try Test.cancel("there is no promtool: apt-get install -y prometheus")
    }
    let plain = try await Self.page(accept: "text/plain;version=0.0.4", of: .quiet())
    let file = FileManager.default.temporaryDirectory.appending(path: "metrics-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }  // the system clears what stays behind
    try Data(plain.body).write(to: file)
    let opinion = try Command.run("sh", "-c", "promtool check metrics < '\(file.path)'")
    #expect(opinion.status == 0 && opinion.output.isEmpty && opinion.errors.isEmpty, "\(opinion.errors)")
  }

  @Test func `faults struck are counted`() async throws {
    var rule = FaultRule(effect: .status(503))
    rule.first = 2
    let page = try await Self.page(accept: "text/plain", of: .frozen(.quiet, faults: [rule]))
    #expect(page.text.contains(#"bbb_sim_faults_total{server="/",call="getMeetings"} 2"#))
  }
}
