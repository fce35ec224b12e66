import BBBAPI
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct TextTrackTests {
  @Test func `an address that nobody gave out is refused`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      let track = try await Conversation.get("/textTrack/x/y/captions_en.vtt", from: endpoint)
      #expect(track.status == 401)
      let asked = try await Conversation.get("/bigbluebutton/textTrack/validateAuthToken", from: endpoint)
      #expect((asked.status, asked.text) == (401, "unauthorized"))
    }
  }
}
