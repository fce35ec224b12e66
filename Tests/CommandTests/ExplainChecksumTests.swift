import Foundation
import Testing

@Suite struct ExplainChecksumTests {
  private static let query = "name=Demo&meetingID=demo-1"
  /// Facts §1.1.
  private static let good = "fc13d582d3a60bb0872b2560aadf19c40b3a8244f63d05da54317c2d27ac18d2"

  private static func explain(_ url: String, _ options: String...) throws -> Simulator.Outcome {
    try Simulator.run(["explain-checksum", url] + (options.isEmpty ? ["--secret", "demo-secret"] : options))
  }

  @Test(arguments: ["https://bbb.test/bigbluebutton/api/", ""]) func `a right checksum is right`(
    prefix: String
  ) throws {
    let outcome = try Self.explain("\(prefix)create?\(Self.query)&checksum=\(Self.good)")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("right: "))
    #expect(outcome.output.contains("hashed: create\(Self.query)<secret>\n"))
    #expect(outcome.output.contains("sha256: \(Self.good)\n"))
  }

  @Test func `a mistake is named, with its mend`() throws {
    let digest = try Self.sha1("create\(Self.query)demo-secret\n")
    let outcome = try Self.explain(
      "https://bbb.test/bigbluebutton/api/create?\(Self.query)&checksum=\(digest)")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("Mistake: the secret was hashed with a line end. Mend: strip the line end"))
    #expect(outcome.output.contains("sha1: c14f319d5f941ff0ec021d03f16d9f5c0c99d368\n"))
    #expect(!outcome.output.contains("demo-secret"))
  }

  @Test func `a fragment and a whole URL are known here`() throws {
    let url = "http://bbb.test:81/x/api/create?\(Self.query)"
    let whole = try Self.explain("\(url)&checksum=\(try Self.sha1("\(url)demo-secret"))")
    #expect(whole.output.contains("the whole URL was hashed"))
    let digest = try Self.sha1("create\(Self.query)#topdemo-secret")
    #expect(
      try Self.explain("create?\(Self.query)&checksum=\(digest)#top").output.contains(
        "the fragment was hashed"))
  }

  @Test func `without a recognised mistake there is what was hashed and what was expected`() throws {
    let outcome = try Self.explain("create?\(Self.query)&checksum=\(String(repeating: "0", count: 40))")
    #expect(outcome.status == 1 && outcome.output.contains("No common mistake"))
    for algorithm in ["sha1", "sha256", "sha384", "sha512"] {
      #expect(outcome.output.contains("\n\(algorithm): "))
    }
  }

  @Test func `secret and body come from files too`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "explain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // only a temporary folder stays if this fails
    let (secret, body) = (folder.appending(path: "secret").path, folder.appending(path: "body").path)
    try Data("demo-secret\r\n".utf8).write(to: URL(filePath: secret))
    try Data("name=B&checksum=\(try Self.sha1("createname=Bdemo-secret"))".utf8).write(
      to: URL(filePath: body))
    let outcome = try Self.explain("create", "--secret-file", secret, "--method", "POST", "--body", body)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try Self.explain("create", "--secret-file", "\(secret).not").status == 65)
  }

  @Test(arguments: [
    ["create?checksum=x"], ["create", "--secret", "a", "--secret-file", "b"], ["nocall", "--secret", "a"],
    ["create", "--secret", "a", "--body", "x"], ["create", "--secret", "a", "--profile", "1.0"],
  ])
  func `a wrong option is usage`(arguments: [String]) throws {
    let outcome = try Simulator.run(["explain-checksum"] + arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  @Test func `a running simulator says it in its log, without what was said`() throws {
    let running = try RunningSimulator(["run", "quiet-server", "--port", "0", "--clock", "frozen"])
    let digest = try Self.sha1("name=tell-meetell-pwdemo-secret")
    let connection = try Connection(to: try running.port())
    let answer = connection.get(
      "/bigbluebutton/api/create?name=tell-mee&moderatorPW=tell-pw&checksum=\(digest)")
    #expect(answer.contains("checksumError"))
    let missing = connection.get(
      "/bigbluebutton/api/create?name=tell-mee&checksum=\(try Self.sha1("name=tell-meedemo-secret"))")
    #expect(missing.contains("checksumError"))
    #expect(connection.get("/_sim/requests").contains("\"call-missing\""))
    running.stop()
    let errors = try running.outcome().errors
    #expect(
      errors.contains(
        "create: the checksum is not the sha1 of this request. Mistake: the call's name was not hashed"))
    #expect(errors.contains("The server hashed createname=…&moderatorPW=…<secret>"))
    #expect(!errors.contains("tell") && !errors.contains("demo-secret"))
  }

  private static func sha1(_ text: String) throws -> String {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/sha1sum")
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: answer.prefix(40), as: UTF8.self)
  }
}
