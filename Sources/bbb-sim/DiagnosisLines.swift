import BBBAPI
import SimulatorServer

/// A line on standard error for each refused checksum that was looked into.
///
/// Connections put diagnoses in and `print` takes them out: a full pipe behind standard error holds up nobody else.
struct DiagnosisLines: Sendable {
  private let diagnoses: AsyncStream<ChecksumDiagnosis>
  /// What a server tells its diagnoses to.
  let consultation: ChecksumConsultation

  init() {
    let (stream, continuation) = AsyncStream<ChecksumDiagnosis>.makeStream(
      bufferingPolicy: .bufferingNewest(100))
    diagnoses = stream
    consultation = ChecksumConsultation { continuation.yield($0) }
  }

  /// Writes lines until the task is cancelled.
  @concurrent
  func print() async {
    for await diagnosis in diagnoses { Console.explain("\(diagnosis)") }
  }
}
