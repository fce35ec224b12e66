import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct ScenarioSchemaTests {
  /// Shapes that no schema lets pass; the other bad files are wrong in ways that only the readings see.
  static let misshapen = [
    "curves", "durations", "fault-effects", "faults", "list-at-top", "meeting-options", "missing-keys",
    "names",
    "no-value", "numbers", "series", "servers", "shares", "spans", "timeline", "unknown-keys", "wrong-types",
  ]

  @Test func `the committed schema is the one that the readings give`() throws {
    try Fixtures.shipped.expect(ScenarioSchema.json, is: "scenario.schema.json")
  }

  @Test(
    .enabled(
      if: Validator.isInstalled, "needs python3-jsonschema and python3-yaml; .ci/setup test installs them"))
  func `python's jsonschema takes every good file and refuses those of a wrong shape`() throws {
    let good =
      Fixtures.shipped.names(endingIn: ".yaml").map { Fixtures.shipped.url.appending(path: $0).path }
      + Fixtures.good.names(endingIn: ".yaml").map { Fixtures.good.url.appending(path: $0).path }
    let bad = Self.misshapen.map { Fixtures.bad.url.appending(path: "\($0).yaml").path }
    let lines = try Validator.opinion(on: good + bad)
    #expect(lines.count == good.count + bad.count && good.count >= 14)
    for line in lines.prefix(good.count) { #expect(line.hasPrefix("good "), "\(line)") }
    for line in lines.dropFirst(good.count) { #expect(line.hasPrefix("bad "), "\(line)") }
  }
}

/// python3-jsonschema, where it is installed.
private enum Validator {
  static var isInstalled: Bool {
    // Without python there is no opinion either.
    (try? run(["-c", "import jsonschema, yaml"]).status) == 0
  }

  static func opinion(on files: [String]) throws -> [String] {
    let script = Package.root.appending(path: "fixtures/schema/validate.py").path
    let schema = Fixtures.shipped.url.appending(path: "scenario.schema.json").path
    return try run([script, schema] + files).output.split(separator: "\n").map(String.init)
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    // Debian's own: another python on the PATH does not know Debian's packages.
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
