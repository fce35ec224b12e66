import BBBAPI
import BBBClient
import FoundationEssentials
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct TargetsFileTests {
  private func read(_ yaml: String, secrets: [String: String] = ["/etc/bbb/eu1": "hush-1\n"])
    -> TargetsOutcome
  {
    var files = FakeFiles()
    files.files = secrets.merging(["/etc/bbb/targets.yaml": yaml]) { $1 }
    files.denied = ["/etc/bbb/locked"]
    return TargetsFile.read(path: "/etc/bbb/targets.yaml", files: files)
  }

  @Test func `a target says where it is, and the defaults say the rest`() throws {
    let outcome = read(
      """
      defaults: { algorithm: sha256, labels: { fleet: main, region: eu } }
      targets:
        eu1:
          url: https://bbb1.example.org/bigbluebutton
          secret_file: eu1
        "us-1.example.org:443":
          url: http://bbb2.example.org/bigbluebutton/api/
          secret_file: /run/secrets/us1
          algorithm: SHA1
          tls_verify: false
          recordings: false
          labels: { region: us }
      """, secrets: ["/etc/bbb/eu1": "hush-1\n", "/run/secrets/us1": "hush-2 \n"])
    #expect(outcome.mistakes == [])
    #expect(
      outcome.warnings == [
        "white space around the secret was ignored, of: us-1.example.org:443",
        "whoever answers is trusted (tls_verify: false) as: us-1.example.org:443",
      ])
    let targets = try #require(outcome.targets)
    #expect(targets.map(\.name) == ["eu1", "us-1.example.org:443"])
    #expect(targets[0].server.base.text == "https://bbb1.example.org/bigbluebutton/api/")
    #expect(targets[0].server.secret.reveal == "hush-1" && targets[1].server.secret.reveal == "hush-2")
    #expect(targets.map(\.server.algorithm) == [.sha256, .sha1])
    #expect(targets.map(\.server.trust) == [.system, .anyone])
    #expect(
      targets.map(\.labels) == [["fleet": "main", "region": "eu"], ["fleet": "main", "region": "us"]])
    #expect(targets.map(\.showsRecordings) == [true, false])
  }

  private static let server = "{ url: http://h/bigbluebutton, secret_file: eu1 }"

  private static let mistakes: [(yaml: String, lines: [String])] = [
    ("", ["1:1: error: the file is empty. Fix: see the documentation for an example"]),
    ("hush-1", ["1:1: error: the file is not a mapping, but a text. Fix: begin with `targets:`"]),
    (
      "target: {}", ["1:1: error: the file has no key target. Fix: did you mean targets?"]
    ),
    (
      "targets:\n",
      ["1:9: error: there is no target. Fix: add one: a name with `url` and `secret_file` below it"]
    ),
    (
      "targets:\n  a: \(server)\n  a: \(server)\n",
      ["2:3: error: a mapping has a twice. Fix: keep one of them"]
    ),
    (
      "targets:\n  'eu 1': \(server)\n",
      [
        "2:3: error: eu 1 cannot be the name of a target. Fix: use 1 to 128 letters (a to z), digits and the characters . _ - :"
      ]
    ),
    (
      """
      targets:
        a:
          ulr: http://h/bigbluebutton
          secret_fil: eu1
          algoritm: sha256
          colour: hush-1
        b:
          url: ftp://hush-1@h/
          secret: hush-1
          algorithm: md5
          tls_verify: yes
          labels: { 1st: x, __address__: y, ok: [hush-1] }
        c: hush-1
        d: { url: http://h/bigbluebutton, secret_file: nowhere }
        e: { url: http://h/bigbluebutton, secret_file: locked }
        f: { url: http://h/bigbluebutton, secret_file: blank, tls_verify: false, ca_file: /nowhere/ca.pem }
      """,
      [
        "3:5: error: a has no key ulr. Fix: did you mean url?",
        "4:5: error: a has no key secret_fil. Fix: did you mean secret_file?",
        "5:5: error: a has no key algoritm. Fix: did you mean algorithm?",
        "6:5: error: a has no key colour. Fix: the keys are url, secret_file, algorithm, tls_verify, ca_file, recordings, labels",
        "8:5: error: b lacks secret_file. Fix: add `secret_file: PATH`, a file that holds its shared secret",
        "8:10: error: url must start with http:// or https://. Fix: write it as in https://bbb.example.org/bigbluebutton/api/",
        "9:13: error: secret must not stand in this file, which many may read. Fix: write the secret to a file of its own and name that: `secret_file: PATH`",
        "10:16: error: algorithm is not one of its words. Fix: use one of sha1, sha256, sha384, sha512",
        "11:17: error: tls_verify is neither true nor false. Fix: write true or false",
        "12:15: error: 1st cannot be the name of a label. Fix: use letters, digits and _, no digit first and not __",
        "12:23: error: __address__ cannot be the name of a label. Fix: use letters, digits and _, no digit first and not __",
        "12:43: error: ok is not a text, but a list. Fix: write a text",
        "13:6: error: c is not a mapping, but a text. Fix: write `url` and `secret_file` below it",
        "14:50: error: secret_file cannot be read: it does not exist. Fix: name a readable file; a relative path starts at the folder of this file",
        "15:50: error: secret_file cannot be read: permission denied. Fix: name a readable file; a relative path starts at the folder of this file",
        "16:50: error: secret_file holds no secret, it is blank. Fix: write the shared secret to it (bbb-conf --secret)",
        "16:85: error: ca_file means nothing when tls_verify is false. Fix: remove one of them",
        "16:85: error: ca_file cannot be used: it does not exist. Fix: name a PEM file of CA certificates, or a directory of such files",
      ]
    ),
    (
      "targets:\n\ta: 1\n",
      [
        "2:1: error: no YAML from here on: while scanning for the next token, found character that cannot start any token. Fix: check indentation (no tabs), brackets and quotes here and just before"
      ]
    ),
  ]

  @Test(arguments: mistakes)
  func `every mistake is told at its place, with its fix and without a value`(
    _ yaml: String, _ lines: [String]
  ) {
    let outcome = read(yaml, secrets: ["/etc/bbb/eu1": "hush-1\n", "/etc/bbb/blank": " \n"])
    #expect(outcome.targets == nil)
    #expect(outcome.mistakes == lines.map { "/etc/bbb/targets.yaml:\($0)" })
    #expect(!"\(outcome)".contains("hush"))
  }

  @Test func `a file that is not there is one clear line`() {
    let outcome = TargetsFile.read(path: "/nowhere/targets.yaml", files: FakeFiles())
    #expect(
      outcome.mistakes == ["/nowhere/targets.yaml: error: the targets file cannot be read: it does not exist"]
    )
  }

  @Test func `aliases may repeat a target's options, and may not multiply`() throws {
    let harmless = read(
      "targets:\n  a: &a { url: http://h/bigbluebutton, secret_file: eu1 }\n  b: *a\n")
    #expect(harmless.targets?.map(\.name) == ["a", "b"])
    let nest = (1...30).map {
      "  l\($0): &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 9).joined(separator: ", "))]"
    }
    let bomb = read("targets:\n  l0: &l0 x\n" + nest.joined(separator: "\n"))
    #expect(
      bomb.mistakes == [
        "/etc/bbb/targets.yaml:1:1: error: the aliases of the file multiply beyond all bounds. Fix: write out what they stand for"
      ])
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func `aliases behind the line ends of Unicode may not multiply either`(lineEnd: String) {
    let nest = (1...9).map { level in
      let alias = "\(lineEnd)*l\(level - 1)"
      return "\(lineEnd)&l\(level) [\(Array(repeating: alias, count: 9).joined(separator: ","))]"
    }
    // Keys are compared, and so unfolded.
    let keys = (1...2).map { "? \(lineEnd)*l9 : \($0)" }.joined(separator: ", ")
    let bomb = read("targets: [\(lineEnd)&l0 [x], \(nest.joined(separator: ",")), {\(keys)}]")
    #expect(bomb.mistakes.map { $0.contains("multiply beyond all bounds") } == [true], "\(bomb.mistakes)")
  }

  @Test func `a key that is no text and stands there twice is told of in words`() {
    #expect(
      read("? [a]\n: x\n? [a]\n: y\n").mistakes == [
        "/etc/bbb/targets.yaml:1:3: error: a mapping has a key that is no text twice. Fix: keep one of them"
      ])
  }

  @Test func `five thousand targets are read, and thousands of mistakes are cut short`() {
    let good = (1...5000).map {
      "  bbb-\($0): { url: \"http://bbb-\($0).example.org/bigbluebutton\", secret_file: eu1 }"
    }
    #expect(read("targets:\n" + good.joined(separator: "\n")).targets?.count == 5000)
    let bad = (1...5000).map { "  bbb-\($0): { url: x }" }
    let mistakes = read("targets:\n" + bad.joined(separator: "\n")).mistakes
    #expect(mistakes.count == MistakeSink.limit + 1)
    #expect(mistakes.last == "/etc/bbb/targets.yaml: further mistakes are not shown")
  }

  @Test func `secrets that everybody may read are told of in one line`() throws {
    let folder = try ScratchFolder(named: "targets")
    let names = (1...12).map { "s\($0)" }
    for name in names {
      try folder.write("hush".utf8, to: name)
      let mode = name == "s12" ? 0o600 : 0o644
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(folder.path)/\(name)")
    }
    let yaml =
      "targets:\n" + names.map { "  \($0): { url: http://h/bigbluebutton, secret_file: \($0) }\n" }.joined()
    try folder.write(yaml.utf8, to: "targets.yaml")
    let outcome = TargetsFile.read(path: "\(folder.path)/targets.yaml")
    #expect(outcome.targets?.count == 12)
    #expect(
      outcome.warnings == [
        "every user of this machine may read the secret file (chmod o-r) of: s1, s2, s3, s4, s5, s6, s7, s8, s9, s10 and 1 more"
      ])
  }
}
