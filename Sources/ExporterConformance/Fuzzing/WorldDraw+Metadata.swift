import BBBAPI
import Determinism
import Scenarios

extension WorldDraw {
  /// Origin and other metadata; no key twice.
  func addOrigin(to plan: inout MeetingPlan, _ random: inout RandomStream) {
    let server = random.chance(0.8) ? label(&random) : nil
    let name = random.chance(0.8) ? label(&random) : nil
    switch random.nextInteger(below: 4) {
    case 0: break
    case 1:
      // BBB's own words, written as plain metadata.
      plan.metadata += [("bbb-origin-server-name", server), ("bbb-origin", name)]
        .compactMap { key, value in value.map { Metadatum(key, $0) } }
    default: plan.origin = Origin(server: server, name: name)
    }
    plan.metadata += oddMetadata(&random)
  }

  private func oddMetadata(_ random: inout RandomStream) -> [Metadatum] {
    let keys = [
      "bbb-context", "a", "x-1", "bbb-origin-version", "bbb-origin-server", "meeting", "participantcount",
      "returncode",
    ]
    return keys.filter { _ in random.chance(0.15) }.map {
      Metadatum($0, random.chance(0.2) ? "" : HostileText.name(&random))
    }
  }

  /// At `required` as it will be shown: of two spellings 0.7.1 makes two series of one name.
  private func label(_ random: inout RandomStream) -> String {
    let text = HostileText.label(&random)
    return goesBeyondRequired ? text : text.lowercased()
  }
}
