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
    let count = evidence.world.recordings.count { $0.state == state }
    let series = [ExpectedSeries(family.name, [:], .exactly(count))]
    return evidence.history.calls(for: state).isKnown
      ? ExpectedFamily(family, .demanded, series) : ExpectedFamily(family, .forbidden)
  }
}
