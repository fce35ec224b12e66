import ScenarioRecorder
import Testing

struct RecordedServerTests {
}
