import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct CompressionTests {
  @Test(arguments: [
    ("gzip", true), ("GZIP", true), ("x-gzip", true), ("gzip;q=0.5", true), ("*", true),
    ("gzip, deflate, br", true),
    ("deflate;q=1, gzip;q=0.1", true), ("identity;q=0, gzip;q=0.1", true), ("identity;q=0, *", true),
    ("", false), ("identity", false), ("deflate", false), ("gzip;q=0", false), ("gzip;q=x", false),
    ("identity;q=1, gzip;q=0.5", false), ("*;q=0", false), ("gzipped", false), (";q=1", false),
  ])
  func `gzip is sent to whom it suits`(_ field: String, _ takesGzip: Bool) {
    #expect(AcceptedEncodings(field.split(separator: ",")).takesGzip == takesGzip)
  }

  /// What Prometheus 2.42 sends.
  private static let prometheus = [
    "--header", "Accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
    "--header", "Accept-Encoding: gzip", "--header", "X-Prometheus-Scrape-Timeout-Seconds: 10",
  ]

  @Test func `Prometheus gets gzip, and the bytes in it are those of the plain page`() async throws {
    try await withWebBench { web in
      let packed = Self.prometheus + ["--output", "\(web.folder)/page.gz", "--dump-header", "-"]
      // Families that are the same in every page.
      let names = ["bbb_room_participants", "bbb_room_listeners", "bbb_room_voice_participants"]
      let query = names.map { "name[]=\($0)" }.joined(separator: "&")
      let url = "http://localhost:\(web.port)/metrics?\(query)"
      let head = try await printed("curl", ["--silent", "--globoff"] + packed + [url])
      #expect(
        head.contains("Content-Encoding: gzip") && head.contains("Vary: Accept, Accept-Encoding"), "\(head)")
      let plain = try await printed(
        "curl", ["--silent", "--globoff"] + Self.prometheus.prefix(2) + [url])
      #expect(plain.hasSuffix("# EOF\n") && plain.utf8.count > AnswerCompression.smallest)
      #expect(try await printed("gzip", ["-dc", "\(web.folder)/page.gz"]) == plain)
    }
  }

  @Test func `short answers, answers to HEAD and to what is no HTTP stay plain`() async throws {
    try await withWebBench { web in
      for options in [["--get", "/-/healthy"], ["--head", "/metrics"], ["--head", "/"]] {
        let head = try await web.curl(
          options[1], scheme: "http", [options[0], "--include", "--header", "Accept-Encoding: gzip"])
        #expect(head.hasPrefix("HTTP/1.1 200") && !head.contains("Content-Encoding"), "\(head)")
      }
      for garbage in ["NONSENSE\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\r\nNONSENSE\r\n\r\n"] {
        try web.write(garbage, to: "garbage")
        let said = try await printed(
          "bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(web.port); cat \(web.folder)/garbage >&3; cat <&3"])
        #expect(said.contains("HTTP/1.1 400 Bad Request"), "\(said)")
      }
      #expect(try await web.status("/-/healthy") == "200")
    }
  }
}
