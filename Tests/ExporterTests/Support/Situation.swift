import NIOHTTP1
import Subprocess
import Testing

/// Something that happens to the command, in which secrets are at hand that it must keep.
struct Situation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Settings beside `API_BASE_URL` and `API_SECRET`; here and in files `{folder}` stands for the folder with ``files``,
  /// `{port}` for the port of the fake server.
  var variables: [String: String] = [:]
  var arguments: [String] = []
  var files: [String: String] = [:]
  /// What getMeetings is answered.
  var reply = FakeReply.answer(body: Hush.meetings)
  var requests: [(path: String, headers: HTTPHeaders)] = [("/metrics", [:])]
  /// Sent after the requests; each is to bring the proof about.
  var signals: [Signal] = []
  /// What must be among all that it printed and served, or the situation did not come about.
  let proof: String

  init(_ name: String, proof: String, _ change: (inout Situation) -> Void = { _ in }) {
    testDescription = name
    self.proof = proof
    change(&self)
  }
}

/// What nobody may learn from the exporter; each has a marker of its own.
enum Hush {
  static let secret = "hush-Secret/9+x=="
  static let password = "hush-password-of-the-port"

  /// Meetings that are full of people, passwords and other people's words.
  static let meetings = """
    <response><returncode>SUCCESS</returncode><meetings><meeting>
    <meetingName>hush-meeting-name</meetingName><meetingID>meeting-id</meetingID>
    <internalMeetingID>internal-id</internalMeetingID><createTime>1772438400000</createTime>
    <attendeePW>hush-attendee-pw</attendeePW><moderatorPW>hush-moderator-pw</moderatorPW>
    <recording>false</recording><participantCount>hush-count</participantCount><listenerCount>1</listenerCount>
    <voiceParticipantCount>1</voiceParticipantCount><videoCount>0</videoCount><moderatorCount>1</moderatorCount>
    <attendees><attendee><userID>hush-user</userID><fullName>hush-Ada Lovelace</fullName><role>MODERATOR</role>
    <clientType>HTML5</clientType><customdata><hush-key>hush-custom</hush-key></customdata></attendee>
    hush-stray</attendees><metadata><bbb-origin>Moodle</bbb-origin><hush-meta>hush-metadata</hush-meta></metadata>
    <isBreakout>false</isBreakout><hush-element>hush-text</hush-element></meeting></meetings></response>
    """

  /// What stands before or around the secrets, however they are written.
  static let marks = ["hush", "aHVzaC", "68757368"]

  /// A body or a header that repeats the request with its checksum and the secret, as debugging servers do.
  static let echo = "GET /bigbluebutton/api/getMeetings?checksum=hush-checksum secret=\(secret)"
}

extension Situation {
  static let all = wellMeant + refusals + checks + mistakes + outsides + fleets

  private static let wellMeant = [
    Situation("all is well", proof: "\nbbb_api_up 1"),
    Situation("OpenMetrics", proof: "# EOF") {
      $0.requests = [("/metrics", ["Accept": "application/openmetrics-text"])]
    },
    Situation("debugging", proof: "checksum=(redacted)") { $0.variables = ["DEBUG": "true"] },
    Situation("debugging in JSON", proof: "\"level\":\"debug\"") {
      $0.variables = ["DEBUG": "true", "LOG_FORMAT": "json"]
    },
    Situation("series of single meetings", proof: "bbb_meeting_") {
      $0.variables = ["MEETING_SERIES": "true"]
    },
    Situation("every other page", proof: "<!DOCTYPE html>") {
      $0.requests = [("/", [:]), ("/-/healthy", [:]), ("/nowhere", [:])]
    },
    Situation("signals", proof: "ended") { $0.signals = [.interrupt] },
    Situation("a secret with white space behind it", proof: "white space around the secret") {
      $0.variables = ["API_SECRET": Hush.secret + " \n"]
    },
    Situation("a secret from a file", proof: "\nbbb_api_up 1") {
      $0.variables = ["API_SECRET": "", "API_SECRET_FILE": "{folder}/secret"]
      $0.files = ["secret": Hush.secret + "\n"]
    },
  ]

  private static let refusals = [
    Situation("a failure that repeats the request", proof: "FAILED") {
      $0.reply = .xml(
        "<returncode>FAILED</returncode><messageKey>\(Hush.echo)</messageKey><message>\(Hush.echo)</message>")
    },
    Situation("a status with a telling body", proof: "HTTP status 500") {
      $0.reply = .answer(status: "500 hush-reason", body: Hush.echo)
    },
    Situation("a web page that repeats the request", proof: "a web page instead of XML") {
      $0.reply = .answer(contentType: "text/html", body: "<html>\(Hush.echo)</html>")
    },
    Situation("a redirect that repeats the request", proof: "HTTP status 302") {
      $0.reply = .odd(
        "HTTP/1.1 302 hush\r\nLocation: /hush?checksum=hush\r\nContent-Length: 0\r\n\r\n", .open)
    },
    Situation("XML that ends in a name", proof: "ends too early") {
      $0.reply = .answer(body: "<response><meetings><meeting><attendees><attendee><fullName>hush-Ada")
    },
    Situation("XML that is broken at a name", proof: "unreadable answer") {
      $0.reply = .answer(body: "<response><meetings><hush-Ada></hush-Grace></meetings></response>")
    },
    Situation("a root that nobody knows", proof: "unreadable answer") {
      $0.reply = .answer(body: "<page>\(Hush.echo)</page>")
    },
    Situation("no HTTP", proof: "connection: ") {
      $0.reply = .bytes("hush \(Hush.echo)\r\n\r\n", thenClose: true)
    },
    Situation("a reset", proof: "connection: ") { $0.reply = .odd("HTTP/1.1 200 OK\r\n", .reset) },
    Situation("nothing in time", proof: "no complete answer in time") {
      $0.reply = .silence
      $0.requests = [("/metrics", ["X-Prometheus-Scrape-Timeout-Seconds": "0.2"])]
    },
    Situation("nobody there", proof: "connection refused") {
      $0.variables = ["API_BASE_URL": "http://127.0.0.1:1/bigbluebutton"]
    },
  ]

  /// The same, as `check` tells of it.
  private static let checks = ([wellMeant[0]] + refusals).map { situation in
    Situation(situation.testDescription + ", checked", proof: "127.0.0.1") {
      $0.variables = situation.variables
      $0.reply = situation.reply
      $0.arguments = ["check", "--timeout", "1"]
    }
  }

  private static let mistakes = [
    Situation("the secret where the URL belongs", proof: "API_BASE_URL") {
      $0.variables = ["API_BASE_URL": Hush.secret]
    },
    Situation("the secret where its file belongs", proof: "API_SECRET_FILE must name a readable file") {
      $0.variables = ["API_SECRET": "", "API_SECRET_FILE": Hush.secret]
    },
    Situation("credentials in the URL", proof: "API_BASE_URL") {
      $0.variables = ["API_BASE_URL": "https://admin:hush-password@bbb.example.org/bigbluebutton/api/"]
    },
    Situation("a signed URL for a base", proof: "API_BASE_URL") {
      $0.variables = ["API_BASE_URL": "https://bbb.example.org/bigbluebutton/api/getMeetings?checksum=hush"]
    },
    Situation("the secret twice", proof: "API_SECRET_FILE") {
      $0.variables = ["API_SECRET_FILE": "/dev/null"]
    },
    Situation("settings that are merely checked", proof: "") { $0.arguments = ["run", "--check-settings"] },
    Situation("an option that there is not", proof: "Unknown option") { $0.arguments = ["--nonsense"] },
    Situation("help", proof: "API_SECRET_FILE") { $0.arguments = ["--help"] },
  ]

  private static let outsides = [
    Situation("requests that carry secrets", proof: "asked: GET /metrics") {
      $0.variables = ["DEBUG": "true"]
      $0.requests = [
        (
          "/metrics?password=hush&checksum=hush&token=hush",
          ["Authorization": "Bearer hush", "Cookie": "a=hush"]
        ),
        ("/probe?target=a&secret=hush", [:]),
      ]
    },
    Situation("a port that wants a password", proof: "401") {
      $0.variables = ["WEB_CONFIG_FILE": "{folder}/web.yml", "DEBUG": "true"]
      // htpasswd -nbBC 4 anna hush-password-of-the-port
      $0.files = ["web.yml": "basic_auth_users:\n  anna: \(passwordHash)\n"]
      $0.requests = [
        ("/metrics", [:]), ("/metrics", ["Authorization": "Basic YW5uYTpodXNoLXdyb25n"]),
        ("/metrics", ["Authorization": "Basic YW5uYTpodXNoLXBhc3N3b3JkLW9mLXRoZS1wb3J0"]),
      ]
    },
    Situation("a password that is no hash", proof: "web.yml") {
      $0.variables = ["WEB_CONFIG_FILE": "{folder}/web.yml"]
      $0.files = ["web.yml": "basic_auth_users:\n  anna: \(Hush.password)\n"]
    },
  ]

  private static let targets = """
    targets:
      one: { url: "http://127.0.0.1:{port}/bigbluebutton", secret_file: one }
      two: { url: "http://127.0.0.1:1/bigbluebutton", secret_file: one }

    """

  private static let fleets = [
    Situation("several servers", proof: "\nbbb_api_up 1") {
      $0.files = ["targets.yml": targets, "one": Hush.secret]
      $0.variables = [
        "API_BASE_URL": "", "API_SECRET": "", "TARGETS_FILE": "{folder}/targets.yml", "DEBUG": "true",
      ]
      let probes = ["one", "two", "no-target"].map { "/probe?target=\($0)" }
      $0.requests = (probes + probes.map { $0 + "&debug=true" } + ["/metrics", "/targets"]).map { ($0, [:]) }
    },
    Situation("several servers, checked", proof: "failed   two: connection refused") {
      $0.files = ["targets.yml": targets, "one": Hush.secret]
      $0.variables = ["API_BASE_URL": "", "API_SECRET": "", "TARGETS_FILE": "{folder}/targets.yml"]
      $0.arguments = ["check", "--timeout", "5"]
    },
    Situation("a synthetic probe", proof: "bbb_synthetic_probe_failures_total{step=\"create\"}") {
      $0.variables = ["SYNTHETIC_PROBE_SECONDS": "10", "DEBUG": "true"]
      $0.requests = [("/metrics", [:]), ("/metrics", [:])]
      $0.signals = [.terminate]
    },
    Situation("a reload", proof: "reloaded;") {
      $0.files = ["targets.yml": targets, "one": Hush.secret]
      $0.variables = ["TARGETS_FILE": "{folder}/targets.yml"]
      $0.signals = [.terminalClosed]
    },
    Situation("a secret in the targets file", proof: "targets.yml") {
      $0.files = [
        "targets.yml": "targets:\n  one: { url: \"http://h/bigbluebutton\", secret: \(Hush.secret) }\n"
      ]
      $0.variables = ["TARGETS_FILE": "{folder}/targets.yml"]
    },
    Situation("a secret where a target's file belongs", proof: "targets.yml") {
      $0.files = [
        "targets.yml": "targets:\n  one: { url: \"http://h/bigbluebutton\", secret_file: \(Hush.secret) }\n"
      ]
      $0.variables = ["TARGETS_FILE": "{folder}/targets.yml"]
    },
    Situation("a password in a target's URL", proof: "targets.yml") {
      $0.files = [
        "one": Hush.secret,
        "targets.yml": "targets:\n  one: { url: \"http://a:hush@h/bigbluebutton\", secret_file: one }\n",
      ]
      $0.variables = ["TARGETS_FILE": "{folder}/targets.yml"]
    },
  ]

  static let passwordHash = "$2b$04$k76/cId.c2nHQRjNH/lEyOzLhXDX7WWdIe/jMbdXKNijJeOlWX29a"
}
