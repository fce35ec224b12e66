import FoundationEssentials
import NIOHTTP1
import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct ProbeTests {
  @Test func `each target has its own page, counters and failures`() async throws {
    try await withFleet { fleet in
      fleet.servers["us1"]?.reply(to: "/getMeetings", .noMeetings)
      try await fleet.serve { ask in
        let eu = try await ask(.GET, "/probe?target=eu1", [:])
        #expect(eu.status == 200 && eu.body.contains("\nbbb_meetings 3\n"))
        #expect(eu.headers.first(name: "content-type") == "text/plain; version=0.0.4; charset=utf-8")
        let us = try await ask(
          .GET, "/probe?target=us1", ["Accept": "application/openmetrics-text;version=1.0.0"])
        #expect(us.body.contains("\nbbb_meetings 0\n") && us.body.hasSuffix("# EOF\n"))
        #expect(
          us.body.contains("\nbbb_unique_meetings_total 0\n")
            && eu.body.contains("\nbbb_unique_meetings_total 2\n"))
        fleet.servers["us1"]?.reply(to: "/getMeetings", .checksumError)
        let down = try await ask(.GET, "/probe?target=us1", [:])
        #expect(down.status == 200 && down.body.contains("\nbbb_api_up 0\n"))
        #expect(!down.body.contains("bbb_exporter_config"))
      }
      let warning = "warning: getMeetings: the server answered FAILED checksumError [\"target\": us1]"
      #expect(fleet.log.lines.contains(warning), "\(fleet.log.warnings)")
    }
  }

  @Test func `only the wanted families, and only their calls`() async throws {
    try await withFleet { fleet in
      try await fleet.serve { ask in
        let page = try await ask(.GET, "/probe?target=eu1&name%5B%5D=bbb_meetings", [:])
        #expect(try ExpositionParser.parse(Array(page.body.utf8), as: .text).map(\.name) == ["bbb_meetings"])
        let head = try await ask(.HEAD, "/probe?target=eu1", [:])
        #expect(head.status == 200 && head.body.isEmpty)
      }
      #expect(fleet.servers["eu1"]?.targets.count == 1)
    }
  }

  private static let refusals: [(HTTPMethod, String, UInt, String)] = [
    (.GET, "/probe", 400, "target is missing: /probe?target=NAME\n"),
    (.GET, "/probe?target=", 400, "target is missing: /probe?target=NAME\n"),
    (.HEAD, "/probe", 400, ""),
    (
      .GET, "/probe?target=eu2", 404,
      "no target is called \"eu2\", did you mean eu1?\nOnly the targets of the file can be probed, by their names: eu1, us1\n"
    ),
    (
      .GET, "/probe?target=http://169.254.169.254/bigbluebutton", 404,
      "no target is called \"http://169.254.169.254/bigbluebutton\"\nOnly the targets of the file can be probed, by their names: eu1, us1\n"
    ),
    (
      .GET, "/probe?target=%3Cscript%3E%0D%0AX%3A1", 404,
      "no target is called \"<script>  X:1\"\nOnly the targets of the file can be probed, by their names: eu1, us1\n"
    ),
    (
      .POST, "/-/reload", 403,
      "reloading over HTTP is off: start with --web.enable-lifecycle, or send SIGHUP\n"
    ),
  ]

  @Test(arguments: refusals)
  func `what cannot be had is refused in words`(
    _ method: HTTPMethod, _ path: String, _ status: UInt, _ body: String
  ) async throws {
    try await withFleet { fleet in
      try await fleet.serve { ask in
        let answer = try await ask(method, path, [:])
        #expect(answer.status == status && answer.body == body, "\(answer)")
        #expect(answer.headers.first(name: "x-content-type-options") == "nosniff")
      }
      #expect(fleet.servers.values.flatMap(\.targets) == [])
    }
  }

  @Test func `without a server of its own, the page of the exporter tells of itself alone`() async throws {
    try await withFleet { fleet in
      try await fleet.serve { ask in
        let page = try await ask(.GET, "/metrics", [:])
        let families = try ExpositionParser.parse(Array(page.body.utf8), as: .text)
        let names = families.map(\.name)
        #expect(names.contains("bbb_exporter") && !names.contains("bbb_api_up"))
        let samples = SampleIndex(families)
        #expect(samples.value(of: "bbb_exporter_config_last_reload_successful") == 1)
        #expect(
          samples.value(of: "bbb_exporter_config_last_reload_success_timestamp_seconds") == startOfTests)
        let one = try await ask(.GET, "/metrics?name[]=bbb_exporter", [:])
        #expect(try ExpositionParser.parse(Array(one.body.utf8), as: .text).map(\.name) == ["bbb_exporter"])
      }
    }
  }

  @Test func `Prometheus is told how to reach each target`() async throws {
    try await withFleet { fleet in
      try fleet.writeTargets([("us1", ", labels: { region: us, instance: mine }"), ("eu1", "")])
      try await fleet.serve(enablesReload: true) { ask in
        let reloaded = try await ask(.POST, "/-/reload", [:])
        #expect(reloaded.status == 200 && reloaded.body == "reloaded\n")
        let answer = try await ask(.GET, "/targets", [:])
        #expect(answer.status == 200 && answer.headers.first(name: "content-type") == "application/json")
        struct Group: Decodable, Equatable {
          let targets: [String]
          let labels: [String: String]
        }
        let groups = try JSONDecoder().decode([Group].self, from: Data(answer.body.utf8))
        #expect(
          groups.map(\.labels) == [
            ["__metrics_path__": "/probe", "__param_target": "us1", "instance": "mine", "region": "us"],
            ["__metrics_path__": "/probe", "__param_target": "eu1", "instance": "eu1"],
          ])
        let addresses = Set(groups.flatMap(\.targets))
        #expect(addresses.count == 1 && addresses.first?.hasPrefix("127.0.0.1:") == true)
        try fleet.write("targets: hush-eu1", to: "targets.yaml")
        let refused = try await ask(.POST, "/-/reload", [:])
        #expect(
          refused.status == 500 && refused.body.contains("targets is not a mapping")
            && !refused.body.contains("hush"))
      }
    }
  }

  @Test func `debug shows every call, why it failed, and nothing secret`() async throws {
    try await withFleet { fleet in
      let server = try #require(fleet.servers["eu1"])
      server.reply(to: "state=deleted", .answer(status: "404 Not Found", body: "hush"))
      server.reply(to: "state=published", .checksumError)
      try await fleet.serve { ask in
        let report = try await ask(.GET, "/probe?target=eu1&debug=true", [:])
        #expect(
          report.status == 200 && report.headers.first(name: "content-type") == "text/plain; charset=utf-8")
        let lines = report.body.split(separator: "\n")
        let base = "http://127.0.0.1:\(fleet.ports["eu1"] ?? 0)/bigbluebutton/api/"
        #expect(lines.first == "Target eu1, \(base), checksums by sha1")
        #expect(
          lines.contains { $0.hasSuffix("GET \(base)getMeetings?checksum=(redacted): HTTP status 200") })
        #expect(
          lines.contains {
            $0.contains("GET \(base)getRecordings?checksum=(redacted)&state=deleted")
              && $0.hasSuffix(": HTTP status 404")
          })
        #expect(lines.contains { $0.contains("warning getRecordings?state=deleted: HTTP status 404") })
        #expect(lines.contains { $0.contains("the server answered FAILED checksumError") })
        #expect(lines.contains("bbb_meetings 3"))
        #expect(!report.body.contains("hush") && !report.body.contains("checksum=3"))
        server.reply(to: "/getMeetings", .checksumError)
        let down = try await ask(.GET, "/probe?target=eu1&debug=true", [:])
        #expect(down.body.contains("\nCheck:\nfailed   eu1: "), "\(down.body)")
        server.reply(to: "/getMeetings", .noMeetings)
        // The counters are those of the target.
        let page = try await ask(.GET, "/probe?target=eu1", [:])
        #expect(page.body.contains("\nbbb_api_latency_count{endpoint=\"getMeetings\",parameters=\"\"} 3\n"))
      }
      #expect(!fleet.log.lines.joined().contains("hush"))
    }
  }
}
