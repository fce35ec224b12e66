import BBBAPI
import Testing

@Suite struct ProfileSwitchTests {
  @Test func `names of switches are words of their own`() {
    let names = ProfileSwitch.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { name in name.utf8.allSatisfy { (0x41...0x7a).contains($0) } })
  }

  @Test(arguments: ProfileSwitch.all.map(\.name))
  func `each switch stands in each profile as one of its values, and keeps what it is set to`(name: String)
    throws
  {
    let known = try #require(ProfileSwitch.named(name))
    for profile in Profile.all {
      let value = known.value(in: profile)
      #expect(known.takes(value) || value == "mixed", "\(profile.name): \(value)")
      for value in known.values {
        var changed = profile
        #expect(known.set(value, in: &changed) && known.value(in: changed) == value)
      }
    }
  }

  @Test(arguments: ProfileSwitch.all.map(\.name))
  func `a switch does something`(name: String) throws {
    let known = try #require(ProfileSwitch.named(name))
    let outcomes = known.values.map { value in
      var profile = Profile.v3_0
      _ = known.set(value, in: &profile)
      return profile
    }
    #expect(outcomes.contains { $0 != Profile.v3_0 })
  }

  @Test func `two versions differ in at least one switch, and by nothing that no switch can set`() {
    for (older, newer) in zip(Profile.all, Profile.all.dropFirst()) {
      var lifted = older
      for known in ProfileSwitch.all where known.name != "numbers" {
        _ = known.set(known.value(in: newer), in: &lifted)
      }
      #expect(older.name != newer.name)
      let left = Self.fields(lifted).filter { $0.value != Self.fields(newer)[$0.key] }.keys.sorted()
      #expect(left == [] || left == ["clientPath"], "\(older.name) to \(newer.name)")
    }
  }

  private static func fields(_ profile: Profile) -> [String: String] {
    let children = Mirror(reflecting: profile).children.filter { $0.label != "name" }
    return Dictionary(
      uniqueKeysWithValues: children.map { ($0.label ?? "", String(describing: $0.value)) })
  }

  @Test func `a value that is none changes nothing`() throws {
    let numbers = try #require(ProfileSwitch.named("numbers"))
    var profile = Profile.v3_0
    #expect(!numbers.set("klingon", in: &profile) && profile == .v3_0)
    let algorithms = try #require(ProfileSwitch.named("checksumAlgorithms"))
    #expect(!algorithms.set("sha1,md5", in: &profile) && !algorithms.set("sha1,", in: &profile))
    #expect(algorithms.set("sha512,sha1", in: &profile) && profile.allowedAlgorithms == [.sha512, .sha1])
  }

  @Test(arguments: [
    ("en", "1,234,567"), ("de", "1.234.567"), ("fr", "1\u{202f}234\u{202f}567"), ("plain", "1234567"),
    ("de-CH", "1\u{2019}234\u{2019}567"), ("ru", "1\u{a0}234\u{a0}567"),
  ])
  func `numbers are grouped as a language has it`(language: String, text: String) {
    #expect(NumberStyle.named.first { $0.name == language }?.style.text(1_234_567) == text)
  }
}
