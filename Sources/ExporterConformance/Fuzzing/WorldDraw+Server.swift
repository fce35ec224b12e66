import BBBAPI
import ConformanceKit
import Determinism
import Scenarios

extension WorldDraw {
  /// A server of any version.
  func server() -> ServerPlan {
    var random = stream("server")
    var plan = ServerPlan(profile: random.pick(Profile.all).name, secret: secret(&random))
    if goesBeyondRequired, random.chance(0.4) { plan.quirks.append(contentsOf: numbers(&random)) }
    plan.quirks += switches(&random)
    return plan
  }

  private func secret(_ random: inout RandomStream) -> String {
    let letters = random.nextMixedCaseAlphanumerics(random.number(16...40))
    return goesBeyondRequired && random.chance(0.2)
      ? letters + random.pick(["?no:/+&=%#", "%20", "'\"$x", "ü"]) : letters
  }

  /// The groupings that the contract knows (§3, §4); Swiss apostrophes are not among them.
  private func numbers(_ random: inout RandomStream) -> [Quirk] {
    let style = random.pick(["plain", "en", "de", "fr", "ru"])
    return quirk(random.pick(["numbers", "getMeetingsNumbers"]), style)
  }

  /// What changes an answer and says the same.
  private func switches(_ random: inout RandomStream) -> [Quirk] {
    (random.chance(0.2) ? quirk("emptyCustomdata", random.pick(["present", "absent"])) : [])
      + (random.chance(0.1) ? quirk("nestedBreakoutInfo", random.pick(["true", "false"])) : [])
      + (random.chance(0.1) ? quirk("sequenceNumbers", random.pick(["plain", "en"])) : [])
      + (goesBeyondRequired && random.chance(0.1)
        ? quirk("recordingPages", random.pick(["true", "false"])) : [])
  }

  private func quirk(_ name: String, _ value: String) -> [Quirk] {
    do throws(QuirkError) {
      return [try Quirk(name, value)]
    } catch {
      preconditionFailure("a switch of the profiles has changed: \(error)")
    }
  }
}

extension WorldDraw {
  /// The exporter's environment.
  func settings() -> [Setting] {
    var random = stream("settings")
    let buckets = RoomCount.allCases.compactMap { count in
      random.chance(0.15) ? Setting(count.setting, bounds(&random)) : nil
    }
    let flags = [
      random.chance(0.1) ? Setting("RECORDINGS_METRICS", "false") : nil,
      random.chance(0.1) ? Setting("DEBUG", "true") : nil,
    ]
    return buckets + flags.compactMap(\.self)
  }

  /// Bounds in their order, each once: any other list ends an exporter at its start (contract §1).
  private func bounds(_ random: inout RandomStream) -> String {
    let top = random.pick([10, 100, 2000, 1_000_000])
    let bounds = Set((0..<random.number(1...9)).map { _ in random.number(0...top) })
    return bounds.sorted().map(String.init).joined(separator: ",")
  }
}
