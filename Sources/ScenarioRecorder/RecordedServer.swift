/// What a recording session has seen of a real server.
public struct RecordedServer: Sendable {
}
