import BBBAPI
import ConformanceKit
import Foundation
import Scenarios
import TestSupport
import Testing

@testable import ExporterConformance

struct CaseSchemaTests {
  /// Cases whose shape neither the reading nor the schema lets pass: each is a good one with one thing done to it.
  static let mutations = [
    ("level: required", "level: mandatory"), ("level: required\n", ""), ("about: ", "abuot: "),
    ("contract: [§2 bbb_meetings]", "contract: [§2 bbb_meeting]"), ("at: 1m", "at: 1"),
    ("at: 1m", "att: 1m"), ("at: 1m", "at: [1m]"), ("DEBUG: \"true\"", "debug: \"true\""),
    ("DEBUG: \"true\"", "DEBUG: [a]"), ("tls: true", "tls: maybe"), ("/var/bigbluebutton/x", "/srv/x"),
    ("/var/bigbluebutton/x", "/var/bigbluebutton/../x"), ("unreadable:", "unreadble:"),
    ("scenario: two-rooms", "scenario: two-room"), ("scenario: two-rooms", "scenario: { meetngs: [] }"),
    ("scenario: two-rooms", "scenario: { meetings: [{ id: m1, lasts: long }] }"),
    ("script:", "exit: refused\nscript:"), ("script:", "scripts:"), ("status: 503", "status: 5030"),
    ("on: getMeetings", "on: getMeeting"), ("create:", "destroy:"), ("together: 8", "together: 80"),
    ("together: 8", "togther: 8"), ("accept: openmetrics", "accept: [openmetrics]"), ("- oracle", "- oracel"),
    ("bbb_meetings: 3", "bbb_meetings: [3]"), ("bbb_meetings: 3", "bbb_meetings: 3\n        bbb_room: 4"),
    ("absent: bbb_version", "absnt: bbb_version"), ("by: 1", "to: 1"), ("value: 1", "vlaue: 1"),
    ("bbb_meetings: gauge", "bbb_meetings: gage"), ("status: 200", "status: 2000"),
    ("within: 2s", "within: 2"),
    ("getMeetings: 1", "getMeeting: 1"), ("getMeetings: 1", "getMeetings: -1"), ("to: 10", "to: 0"),
    ("noticed: counter", "noticed: histogram"), ("lines: 1", "lines: one"),
    ("silent-about: [\"{secret}\"]", "silent-about: \"{secret}\""),
  ]

  static let good = """
    level: required
    about: A case of a test.
    contract: [§2 bbb_meetings]
    settings: { DEBUG: "true", API_SECRET: null }
    scenario: two-rooms
    tls: true
    disk: { /var/bigbluebutton/x: [a/, b], /etc/bigbluebutton/y: text, /var/bigbluebutton/z: { unreadable: [c] } }
    script:
      - at: 1m
        faults: [{ on: getMeetings, status: 503 }]
        api: [create: { meetingID: m1, name: One }]
        wall clock: -1h
        scrape: { path: /metrics, accept: openmetrics, headers: { X-A: b }, together: 8 }
        expect:
          - oracle
          - bbb_meetings: 3
          - 'bbb_x{type="html5"}': 4
          - absent: bbb_version
          - increased: { series: bbb_x_total, by: 1 }
          - at-least: { series: bbb_meetings, value: 1 }
          - type: { bbb_meetings: gauge }
          - status: 200
          - within: 2s
          - calls: { getMeetings: 1 }
          - limited: { call: getRecordings, to: 10 }
          - noticed: counter
          - prints: { text: release, lines: 1 }
          - silent-about: ["{secret}"]
      - { at: 2m, faults: [], scrape: true, expect: oracle }

    """

  static func mutant(_ original: String, _ mutated: String) throws -> String {
    let place = try #require(good.range(of: original), "the case has no \(original)")
    return good.replacingCharacters(in: place, with: mutated)
  }

  @Test func `the committed schema is the one that the command prints`() throws {
    try GoldenFolder(at: Package.root.appending(path: "docs")).expect(CaseSchema.json, is: "case.schema.json")
  }

  @Test func `a good case is read`() throws {
    #expect(try ConformanceCase(yaml: Self.good).steps.count == 2)
  }

  @Test(arguments: mutations)
  func `the reading refuses a case of a wrong shape, at its place and with a fix`(
    original: String, mutated: String
  )
    throws
  {
    let text = try Self.mutant(original, mutated)
    let problems = #expect(throws: ScenarioProblems.self) { try ConformanceCase(yaml: text) }
    #expect(problems?.diagnostics.isEmpty == false)
    for diagnostic in problems?.diagnostics ?? [] { #expect(diagnostic.line >= 1 && !diagnostic.fix.isEmpty) }
  }

  @Test(.enabled(if: SchemaOpinion.isInstalled, "needs python3-jsonschema and python3-yaml"))
  func `python's jsonschema takes every shipped case and the skeleton, and no broken one`() throws {
    let shipped = ShippedCases.all.map(\.yaml) + [CaseSkeleton("any/case").yaml, Self.good]
    let broken = try Self.mutations.map(Self.mutant)
    let lines = try SchemaOpinion.lines(on: shipped + broken)
    #expect(lines.count == shipped.count + broken.count)
    for line in lines.prefix(shipped.count) { #expect(line.hasPrefix("good "), "\(line)") }
    for (line, mutation) in zip(lines.dropFirst(shipped.count), Self.mutations) {
      #expect(line.hasPrefix("bad "), "\(mutation)")
    }
  }
}

/// The page of the case language, held to the language.
struct CasePageTests {
  private static let page = Result {
    try String(contentsOf: Package.root.appending(path: "docs/cases.md"), encoding: .utf8)
  }

  /// Every key that the readings of a case ask for, from the schema that they give; a scenario's own are elsewhere.
  private static let keys: Set<String> = {
    // A schema that is no JSON has no keys, which the first test below notices.
    let schema = try? JSONSerialization.jsonObject(with: Data(CaseSchema.json.utf8))
    return keys(in: schema as Any)
  }()

  private static func keys(in schema: Any) -> Set<String> {
    if let list = schema as? [Any] { return list.reduce(into: []) { $0.formUnion(keys(in: $1)) } }
    guard let object = schema as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, member in
      guard member.key == "properties", let properties = member.value as? [String: Any] else {
        return found.formUnion(keys(in: member.value))
      }
      for (key, value) in properties where !calls.contains(key) {
        found.insert(key)
        if !others.contains(key) { found.formUnion(keys(in: value)) }
      }
    }
  }

  /// Described on pages of their own: scenarios, and the rules of faults.
  private static let others: Set = ["scenario", "faults", "flaps"]
  /// Names of calls of the API, which are no words of the language, but for the three that change the world.
  private static let calls = Set(APICall.allCases.map(\.rawValue)).subtracting(["create", "join", "end"])

  @Test func `the schema names the words of the language`() {
    #expect(
      Self.keys.isSuperset(of: ["level", "script", "wall clock", "together", "silent-about", "by", "naming"]))
    #expect(!Self.keys.contains("meetings"))
  }

  @Test(arguments: keys.sorted())
  func `every key has a row on the page`(key: String) throws {
    let rows = try Self.page.get().split(separator: "\n").filter { $0.hasPrefix("| `\(key)`") }
    #expect(!rows.isEmpty, "docs/cases.md has no table row that begins with `\(key)`")
  }

  @Test(arguments: [
    "oracle", "{server}", "{secret}", "{ca}", "{ca-directory}", "{checksum}", "SERIES", "openmetrics",
    "refused",
  ])
  func `every other word has one too`(word: String) throws {
    #expect(try Self.page.get().contains("`\(word)`"))
  }

  @Test func `the cases on the page can be read, and their numbers are those of the oracle`() throws {
    let blocks = try Self.page.get().components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    let whole = try blocks.filter { $0.contains("level: ") }.map { try ConformanceCase(yaml: $0) }
    #expect(whole.count >= 2)
    for one in whole {
      var exporter = try PerfectExporter(one)
      try exporter.expectNumbers(of: one)
    }
  }

  @Test func `every expectation in the fragments of the page can be read`() throws {
    let fragments = try Self.page.get().split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { row in row.split(separator: "|").last.map { $0.trimmingCharacters(in: .whitespaces) } }
      .filter { $0.hasPrefix("`- ") && $0.hasSuffix("`") }.map { String($0.dropFirst(3).dropLast()) }
    #expect(fragments.count >= 15)
    for fragment in fragments {
      #expect(throws: Never.self, "\(fragment)") {
        try ConformanceCase("script:\n  - at: 1m\n    expect:\n      - \(fragment)\n")
      }
    }
  }
}

/// A second opinion on the schema: python3-jsonschema, where it is installed.
private enum SchemaOpinion {
  static var isInstalled: Bool {
    // Without python there is no opinion either.
    (try? OutsideCommand("/usr/bin/python3", "-c", "import jsonschema, yaml").run().status) == 0
  }

  /// `good NAME` or `bad NAME REASON` for each of the texts.
  static func lines(on texts: [String]) throws -> [String] {
    let folder = try CaseFolder()
    defer { folder.remove() }
    var files = [folder.path + "/schema.json"]
    try Data(CaseSchema.json.utf8).write(to: URL(filePath: files[0]))
    for (number, text) in texts.enumerated() {
      files.append("\(folder.path)/\(number).yaml")
      try Data(text.utf8).write(to: URL(filePath: files[number + 1]))
    }
    var command = OutsideCommand(
      "/usr/bin/python3", Package.root.appending(path: "fixtures/schema/validate.py").path)
    command.arguments += files
    return try String(decoding: command.run().output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
