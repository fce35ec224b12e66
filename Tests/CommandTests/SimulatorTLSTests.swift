import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct SimulatorTLSTests {
  @Test func `with --tls the ready line says https, and the CA stands where it was asked for`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "ca-\(UUID().uuidString).pem")
    defer { try? FileManager.default.removeItem(at: file) }  // the system clears what stays behind
    let running = try RunningSimulator(
      ["run", "quiet-server", "--port", "0", "--tls", "--tls-ca-out", file.path])
    #expect(try running.readyLine().hasPrefix("ready API_BASE_URL=https://127.0.0.1:"))
    running.stop(byKeyboard: false)
    #expect(try running.outcome().status == 0)
    let pem = try String(contentsOf: file, encoding: .utf8)
    #expect(pem.hasPrefix("-----BEGIN CERTIFICATE-----\n") && !pem.contains("KEY"))
  }

  @Test(arguments: [
    (["--tls-name", "a.example"], 64, "need --tls"), (["--tls-cert", "a.pem"], 64, "go together"),
    (["--tls", "--tls-name", "a b"], 64, "no host name"),
    (["--tls-cert", "a.pem", "--tls-key", "b.pem", "--tls-ca-out", "c.pem"], 64, "leave them out"),
    (["--tls-cert", "/no/a.pem", "--tls-key", "/no/b.pem"], 65, "can't read /no/a.pem"),
    (["--tls", "--tls-ca-out", "/no/such/ca.pem"], 65, "can't write the CA's certificate"),
  ])
  func `options that make no sense are named`(options: [String], status: Int32, word: String) throws {
    let outcome = try Simulator.run(["run", "quiet-server", "--port", "0"] + options)
    #expect(outcome.status == status && outcome.output.isEmpty && outcome.errors.contains(word))
  }
}
