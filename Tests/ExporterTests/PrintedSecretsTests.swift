import NIOCore
import Testing

/// All that the command prints or serves, in whatever situation, searched for what must not be in it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PrintedSecretsTests {
  @Test(arguments: Situation.all)
  func `nothing that it says holds a secret, a password, a checksum or a person`(_ situation: Situation)
    async throws
  {
    let fake = FakeBBB()
    fake.reply(to: "/getRecordings", .noRecordings)
    fake.reply(to: "/getMeetings", situation.reply)
    let channel = try await fake.start()
    let all: String
    do {
      all = try await said(in: situation, port: channel.localAddress?.port ?? 0)
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
    #expect(all.contains(situation.proof), "\(all)")
    for secret in Hush.marks + [Situation.passwordHash] + fake.targets.compactMap(checksum) {
      #expect(!all.lowercased().contains(secret.lowercased()), "\(secret) in: \(all)")
    }
  }

  /// Everything printed and served until the command ended.
  private func said(in situation: Situation, port: Int) async throws -> String {
    let folder = try ScratchFolder(named: "printed")
    let path = folder.path
    let filled = { (text: String) in
      text.replacing("{port}", with: "\(port)").replacing("{folder}", with: path)
    }
    for (name, text) in situation.files { try folder.write(filled(text).utf8, to: name) }
    let basics = ["API_BASE_URL": "http://127.0.0.1:{port}/bigbluebutton", "API_SECRET": Hush.secret]
    let variables = basics.merging(situation.variables) { $1 }.mapValues(filled)
    let ending = try await withExporterProcess(variables, arguments: situation.arguments) { exporter in
      for request in situation.requests { _ = try await exporter.get(request.path, request.headers) }
      for signal in situation.signals {
        try exporter.send(signal)
        _ = await exporter.hasPrinted(situation.proof)
      }
    }
    return ending.printed + "\n" + ending.served
  }

  private func checksum(in target: String) -> String? {
    target.split(separator: "checksum=").dropFirst().first.map { String($0.prefix { $0 != "&" }) }
  }
}
