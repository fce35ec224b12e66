public import BBBAPI

/// A switch of the profile in another position: an entry of `quirks`, or `NAME=VALUE` on the command line.
public struct Quirk: Sendable, Equatable {
  /// The switch's name, one of ``ProfileSwitch/all``.
  public let name: String
  /// A value that the switch takes.
  public let value: String

  /// Checks a name and a value.
  public init(_ name: String, _ value: String) throws(QuirkError) {
    guard let known = ProfileSwitch.named(name) else { throw .unknownName(name) }
    guard known.takes(value) else { throw .unknownValue(value, of: known.name) }
    self.name = name
    self.value = value
  }

  /// Reads `NAME=VALUE`.
  public init(argument: String) throws(QuirkError) {
    guard let equals = argument.firstIndex(of: "=") else { throw .noValue(argument) }
    try self.init(String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }
}

/// Why a text is no quirk.
public enum QuirkError: Error, Sendable, Equatable {
  /// There is no `=` in it.
  case noValue(String)
  /// No switch has this name.
  case unknownName(String)
  /// The switch does not take this value.
  case unknownValue(String, of: String)
}

extension QuirkError: CustomStringConvertible {
  /// One line: what is wrong and how to mend it.
  public var description: String {
    switch self {
    case .noValue(let text): "'\(text)' is not a quirk. Fix: write NAME=VALUE, as in numbers=de"
    case .unknownName(let name): "there is no switch '\(name)'. Fix: \(fix)"
    case .unknownValue(let value, let name): "'\(name)' does not take '\(value)'. Fix: \(fix)"
    }
  }

  /// What to write instead.
  var fix: String {
    switch self {
    case .noValue: "write a value"
    case .unknownName(let name):
      Suggestion.fix(
        for: name, among: ProfileSwitch.all.map(\.name), orElse: "see all of them with `bbb-sim profiles`")
    case .unknownValue(let value, let name):
      ProfileSwitch.named(name).map { known in
        known.isList
          ? "write some of \(Suggestion.listed(known.values)), with commas between them"
          : Suggestion.fix(for: value, among: known.values)
      } ?? "remove it"
    }
  }
}

extension Profile {
  /// The profile with other positions of its switches, the later one of equal names counting.
  public func with(_ quirks: [Quirk]) -> Profile {
    var profile = self
    for quirk in quirks {
      let isTaken = ProfileSwitch.named(quirk.name)?.set(quirk.value, in: &profile) ?? false
      precondition(isTaken, "\(quirk.name) was checked, and does not take \(quirk.value)")
    }
    return profile
  }
}

extension ServerPlan {
  /// What the server behaves like: the scenario's profile, or the one of another version, with the scenario's quirks.
  ///
  /// - Parameter name: a version to use instead of the scenario's.
  /// - Returns: nil when there is no such version.
  public func profileInForce(named name: String? = nil) -> Profile? {
    Profile.named(name ?? profile)?.with(quirks)
  }
}
