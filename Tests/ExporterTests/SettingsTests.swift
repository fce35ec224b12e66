import BBBAPI
import BBBClient
import TestSupport
import Testing

@testable import Exporter

@Suite struct SettingsTests {
  private let basics = [
    "API_BASE_URL": "https://bbb.example.org/bigbluebutton/api/", "API_SECRET": "demo-secret",
  ]

  private func read(_ environment: [String: String], files: any FileTree = FakeFiles()) -> SettingsOutcome {
    SettingsReader.read(environment: basics.merging(environment) { $1 }, files: files)
  }

  @Test func `defaults are those of 0.7.1`() throws {
    let settings = try #require(read([:]).settings)
    #expect(settings.server?.base.text == "https://bbb.example.org/bigbluebutton/api/")
    #expect(settings.server?.secret == SharedSecret("demo-secret"))
    #expect(settings.serving.port == 9688)
    #expect(settings.serving.bindIP == "0.0.0.0")
    #expect(settings.server?.trust == .system)
    #expect(!settings.log.isDebug)
    #expect(settings.metrics.recordings == .api)
    #expect(!settings.metrics.readsVersion)
    let wide: [Double] = [0, 1, 5, 15, 30, 60, 90, 120, 150, 200, 250, 300, 400, 500]
    let narrow: [Double] = [0, 1, 5, 15, 30, 60, 90, 120]
    let buckets = RoomBuckets(
      participants: wide, listeners: wide, voiceParticipants: narrow, videoParticipants: narrow)
    #expect(settings.metrics.roomBuckets == buckets)
    #expect(settings.metrics.scrapeTimeout == .seconds(10))
    #expect(settings.metrics.bbbDirectory == "/var/bigbluebutton")
    #expect(settings.metrics.bbbReleaseFile == "/etc/bigbluebutton/bigbluebutton-release")
  }

  @Test func `every variable may be empty, which means that it is not set`() throws {
    let optional = SettingName.allCases.filter { $0 != .apiBaseURL && $0 != .apiSecret }
    let empty = Dictionary(uniqueKeysWithValues: optional.map { ($0.rawValue, "") })
    #expect(read(empty) == read([:]))
  }

  @Test(arguments: [1, 80, 65535])
  func `a port is a whole number`(_ port: Int) {
    #expect(read(["PORT": "\(port)"]).settings?.serving.port == port)
  }

  @Test(arguments: ["::1", "::", "127.0.0.1", "fe80::1"])
  func `an address of either family is taken`(_ address: String) {
    #expect(read(["BIND_IP": address]).settings?.serving.bindIP == address)
  }

  @Test(arguments: [
    ("true", "false", RecordingsSource.api), ("TRUE", "False", .api), ("false", "false", .none),
    ("False", "true", .none), ("true", "tRUE", .disk),
  ])
  func `recordings come from the API, from disk or not at all`(
    _ isOn: String, _ isOnDisk: String, _ expected: RecordingsSource
  ) {
    let environment = ["RECORDINGS_METRICS": isOn, "RECORDINGS_METRICS_READ_FROM_DISK": isOnDisk]
    #expect(
      read(environment, files: FakeFiles(["/var/bigbluebutton"])).settings?.metrics.recordings == expected)
  }

  @Test(
    arguments: [
      ("DEBUG", "1", false), ("DEBUG", "yes", false), ("RECORDINGS_METRICS", "no", true),
      ("RECORDINGS_METRICS", "0", true), ("RECORDINGS_METRICS_READ_FROM_DISK", "1", true),
      ("BBB_VERSION_READ_FROM_DISK", "yes", true),
    ])
  func `odd spellings of 0.7.1's flags keep the meaning it gives them, with a warning`(
    _ name: String, _ value: String, _ meaning: Bool
  ) throws {
    let files = FakeFiles(["/var/bigbluebutton"])
    let outcome = read([name: value], files: files)
    #expect(outcome.settings == read([name: "\(meaning)"], files: files).settings)
    #expect(
      outcome.warnings == [
        "\(name)=\"\(value)\" is taken as \(meaning), as 0.7.1 takes it; write true or false"
      ])
  }

  @Test func `localhost is this machine`() {
    #expect(read(["BIND_IP": "localhost"]).settings?.serving.bindIP == "127.0.0.1")
  }

  @Test func `buckets may hold blanks and need not start at 0`() {
    let settings = read(["ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS": " 2, 30 ,1000"]).settings
    #expect(settings?.metrics.roomBuckets.videoParticipants == [2, 30, 1000])
  }

  @Test func `TLS_VERIFY=false is taken with a warning`() {
    let outcome = read(["TLS_VERIFY": "FALSE"])
    #expect(outcome.settings?.server?.trust == .anyone)
    #expect(outcome.warnings == ["TLS_VERIFY=false: whoever answers is trusted"])
  }

  @Test(arguments: [
    ("s3cret \t", true), ("s3cret\n\n", true), ("s3cret", false),
  ])
  func `white space at the end of the secret is dropped with a warning`(_ value: String, _ warns: Bool) {
    let outcome = read(["API_SECRET": value])
    #expect(outcome.settings?.server?.secret == SharedSecret("s3cret"))
    #expect(outcome.warnings.count == (warns ? 1 : 0))
    #expect(!outcome.warnings.joined().contains("s3cret"))
  }

  @Test(arguments: [("s3cret\n", 0), ("s3cret", 0), ("s3cret \n", 1), ("s3cret\r\n", 0)])
  func `a secret may come from a file, whose last line feed is no mistake`(_ text: String, _ warnings: Int) {
    var files = FakeFiles()
    files.files["/run/secret"] = text
    let environment = ["API_BASE_URL": "http://h/bigbluebutton", "API_SECRET_FILE": "/run/secret"]
    let outcome = SettingsReader.read(environment: environment, files: files)
    #expect(outcome.settings?.server?.secret == SharedSecret("s3cret"))
    #expect(outcome.warnings.count == warnings)
  }

  private static let badSecrets: [(String, String)] = [
    (" ", "must not be blank"), ("\u{A0}\n", "must not be blank"),
    ("\"s3cret\"", "must not stand in quotation marks, which env files keep: remove them"),
    ("'s3cret'", "must not stand in quotation marks, which env files keep: remove them"),
    ("s3cret\nagain", "must be the secret alone, in one line and not 2"),
    ("s3cret\r\nagain\r\nx", "must be the secret alone, in one line and not 3"),
    ("s3\u{A0}cret", "must be one word: there is a blank or control character inside"),
    ("s3\tcret", "must be one word: there is a blank or control character inside"),
    ("s3\0cret", "must be one word: there is a blank or control character inside"),
    ("s3\u{200B}cret", "must be one word: there is a blank or control character inside"),
    ("securitySalt=s3cret", "must be the secret alone: remove securitySalt= in front of it"),
    ("securitySalt = s3cret", "must be the secret alone: remove securitySalt= in front of it"),
    ("# securitySalt=s3cret", "must be the secret alone: remove securitySalt= in front of it"),
    ("export API_SECRET=s3cret", "must be the secret alone: remove API_SECRET= in front of it"),
    (
      "Secret: s3cret",
      "must be the secret alone, and not all that bbb-conf --secret prints: keep what stands behind Secret:"
    ),
    (
      "\n    URL: https://bbb.example.org/bigbluebutton/\n    Secret: s3cret\n\n    Link to the API-Mate:\n",
      "must be the secret alone, and not all that bbb-conf --secret prints: keep what stands behind Secret:"
    ),
  ]

  @Test(arguments: badSecrets)
  func `what was pasted with the secret is named, and the secret is not shown`(
    _ value: String, _ rule: String
  ) {
    #expect(read(["API_SECRET": value]).mistakes.map(\.description) == ["API_SECRET \(rule)"])
    var files = FakeFiles()
    files.files["/run/secret"] = value + "\n"
    let environment = ["API_BASE_URL": "http://h/bigbluebutton", "API_SECRET_FILE": "/run/secret"]
    let mistakes = SettingsReader.read(environment: environment, files: files).mistakes.map(\.description)
    #expect(mistakes == ["API_SECRET_FILE=\"/run/secret\" names a file whose content \(rule)"])
  }

  @Test(arguments: ["s3cret=", "\"", "a\"b", "=s3cret", "secret", "secret=", "#1", "Ünïcödé", "a:b/c+d=="])
  func `a secret may be any word`(_ value: String) {
    #expect(read(["API_SECRET": value]).settings?.server?.secret == SharedSecret(value))
    #expect(read(["API_SECRET": value]).warnings.isEmpty)
  }

  @Test func `quotation marks that an env file kept are told once for each variable`() {
    let outcome = read([
      "PORT": "\"9688\"", "TLS_VERIFY": "'true'", "RECORDINGS_METRICS": "\"nonsense\"", "LOG_FORMAT": "\"",
      "API_BASE_URL": "\"https://bbb.example.org/bigbluebutton/api/\"",
    ])
    let lines = outcome.mistakes.map(\.description)
    #expect(lines.count == 5)
    #expect(
      lines.first
        == "API_BASE_URL=\"\"https://bbb.example.org/bigbluebutton/api/\"\" must not stand in quotation marks, which env files keep: remove them"
    )
    #expect(lines.filter { $0.hasSuffix("remove them") }.count == 4)
  }

  @Test(arguments: [
    ("API_BASE_URL", ""), ("API_BASE_URL", "bbb.example.org/bigbluebutton/api/"),
    ("API_BASE_URL", "ftp://h/bigbluebutton"),
    ("API_BASE_URL", "https://h"), ("API_BASE_URL", "https://h/"), ("API_BASE_URL", "https:///bigbluebutton"),
    ("API_BASE_URL", "https://h/bigbluebutton/api/getMeetings"),
    ("API_BASE_URL", "https://h/bigbluebutton/api/?x=1"),
    ("API_BASE_URL", "https://u:p@h/bigbluebutton"), ("API_BASE_URL", "https://h:0/bigbluebutton"),
    ("API_SECRET", ""), ("API_SECRET", " "), ("API_SECRET_FILE", "/run/secret"),
    ("PORT", "0"), ("PORT", "65536"), ("PORT", "-1"), ("PORT", "+80"), ("PORT", "http"), ("PORT", "80 "),
    ("PORT", "9.5"),
    ("BIND_IP", "example.org"), ("BIND_IP", "256.0.0.1"), ("BIND_IP", "1.2.3"),
    ("TLS_VERIFY", "no"), ("TLS_VERIFY", "0"), ("TLS_VERIFY", "/nowhere/ca.pem"),
    ("MEETING_SERIES", "on"), ("MEETING_SERIES_NAMES", "1"), ("MEETING_SERIES", " true"),
    ("RECORDINGS_METRICS_READ_FROM_DISK", "true"),
    ("ROOM_PARTICIPANTS_CUSTOM_BUCKETS", "a"), ("ROOM_PARTICIPANTS_CUSTOM_BUCKETS", "1,2.5"),
    ("ROOM_LISTENERS_CUSTOM_BUCKETS", "-1,2"), ("ROOM_LISTENERS_CUSTOM_BUCKETS", "5,1"),
    ("ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS", "1,1"), ("ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS", "1,,2"),
    ("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS", "1,2,"), ("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS", "+Inf"),
    ("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS", "99999999999999999999"),
    ("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS", " "),
    ("SCRAPE_TIMEOUT_SECONDS", "0"), ("SCRAPE_TIMEOUT_SECONDS", "ten"), ("SCRAPE_TIMEOUT_SECONDS", "nan"),
  ])
  func `a bad value is refused with one line that names the variable`(_ name: String, _ value: String) {
    let outcome = read([name: value])
    #expect(outcome.settings == nil)
    #expect(outcome.mistakes.map(\.name.rawValue) == [name])
    #expect(outcome.mistakes.allSatisfy { $0.description.split(separator: "\n").count == 1 })
  }

  @Test func `all mistakes are reported at once, and no secret is shown`() throws {
    let outcome = SettingsReader.read(
      environment: [
        "API_BASE_URL": "https://admin:pa55word@bbb.example.org/bigbluebutton\nX: y",
        "API_SECRET": "top\nhush",
        "API_SECRET_FILE": "/run/secret", "PORT": "70000", "BIND_IP": "example.org", "TLS_VERIFY": "no",
        "MEETING_SERIES": "on", "MEETING_SERIES_NAMES": "?", "MEETING_SERIES_LIMIT": "0",
        "ROOM_PARTICIPANTS_CUSTOM_BUCKETS": "1,two", "ROOM_LISTENERS_CUSTOM_BUCKETS": "3,2",
        "ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS": "4,4", "ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS": "-1",
        "SCRAPE_TIMEOUT_SECONDS": "1e9",
      ], files: FakeFiles())
    let text = outcome.mistakes.map { "\($0)\n" }.joined()
    #expect(!text.contains("hush") && !text.contains("pa55word"))
    try golden.expect(text, is: "bad-settings.txt")
  }

  @Test func `a missing directory of recordings is fatal`() {
    let outcome = read(["RECORDINGS_METRICS_READ_FROM_DISK": "true", "BBB_DIRECTORY": "/mnt/rec"])
    let line =
      "RECORDINGS_METRICS_READ_FROM_DISK=\"true\" needs the directory /mnt/rec (BBB_DIRECTORY) to be readable: it does not exist"
    #expect(outcome.mistakes.map(\.description) == [line])
  }
}
