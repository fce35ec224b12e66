import BBBAPI
import TimelineEngine

extension Oracle {
  /// Recordings by state, as the API shows them, or not at all.
  func recordings(_ evidence: Evidence) -> [ExpectedFamily] {
    Contract.recordingFamilies.map { family in
      switch settings.recordings {
      case .off: ExpectedFamily(family, .forbidden)
      // The disk is the case's own work, and its numbers are written out there.
      case .fromDisk: ExpectedFamily(family, .unjudged)
      case .fromAPI: fromAPI(family, evidence)
      }
    }
  }

  private func fromAPI(_ family: ContractFamily, _ evidence: Evidence) -> ExpectedFamily {
    let word = family.name.dropFirst("bbb_recordings_".count)
    guard let state = RecordingState(rawValue: String(word)), state != .unprocessed else {
      return ExpectedFamily(family, .forbidden)
    }
    let series = [ExpectedSeries(family.name, [:], count(state, evidence))]
    return evidence.history.calls(for: state).isKnown
      ? ExpectedFamily(family, .demanded, series) : ExpectedFamily(family, .forbidden)
  }

  /// BBB keeps what is processed and not yet published in the folder of what is being processed, and shows both to who
  /// asks for `processing` (facts §5.1): whether an exporter tells them apart by their `<state>` is left to it.
  private func count(_ state: RecordingState, _ evidence: Evidence) -> ValueRange {
    let count = evidence.world.recordings.count { $0.state == state }
    guard state == .processing else { return .exactly(count) }
    let waiting = evidence.world.recordings.count { $0.state == .processed }
    return waiting == 0 ? .exactly(count) : .between(Double(count), Double(count + waiting))
  }
}
