/// One way in which versions differ, by its name: what a scenario's `quirks` and `--quirk NAME=VALUE` set.
public struct ProfileSwitch: Sendable {
  /// The name, such as `getMeetingsNumbers`.
  public let name: String
  /// The values that it takes, or for a list what it may hold.
  public let values: [String]
  /// Whether a value is a comma-separated list of some of ``values``.
  public let isList: Bool
  /// One line about it.
  public let doc: String
  private let read: @Sendable (Profile) -> String
  private let write: @Sendable (inout Profile, String) -> Void

  init(
    _ name: String, _ doc: String, values: [String], isList: Bool = false,
    read: @escaping @Sendable (Profile) -> String,
    write: @escaping @Sendable (inout Profile, String) -> Void
  ) {
    self.name = name
    self.doc = doc
    self.values = values
    self.isList = isList
    self.read = read
    self.write = write
  }

  /// How the switch stands in a profile.
  public func value(in profile: Profile) -> String { read(profile) }

  /// Whether the switch takes a value.
  public func takes(_ value: String) -> Bool {
    guard isList else { return values.contains(value) }
    return value.isEmpty
      || value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
        values.contains(String($0))
      }
  }

  /// Sets the switch; a value that it does not take changes nothing.
  ///
  /// - Returns: whether it takes the value.
  public func set(_ value: String, in profile: inout Profile) -> Bool {
    guard takes(value) else { return false }
    write(&profile, value)
    return true
  }
}

extension ProfileSwitch {
  /// A field of a profile, as a switch names it.
  typealias Field<Value> = WritableKeyPath<Profile, Value> & Sendable

  /// A switch that is on or off.
  static func flag(_ name: String, _ doc: String, _ field: any Field<Bool>) -> ProfileSwitch {
    ProfileSwitch(
      name, doc, values: ["true", "false"], read: { $0[keyPath: field] ? "true" : "false" },
      write: { $0[keyPath: field] = $1 == "true" })
  }

  /// A switch with a few positions, each under a name.
  static func choice<Value: Equatable & Sendable>(
    _ name: String, _ doc: String, _ field: any Field<Value>, of choices: [(name: String, value: Value)]
  ) -> ProfileSwitch {
    ProfileSwitch(
      name, doc, values: choices.map(\.name),
      read: { profile in choices.first { $0.value == profile[keyPath: field] }?.name ?? "other" },
      write: { profile, value in
        guard let choice = choices.first(where: { $0.name == value }) else { return }
        profile[keyPath: field] = choice.value
      })
  }

  /// A switch whose positions are the cases of an enum.
  static func choice<Value: RawRepresentable<String> & CaseIterable & Equatable & Sendable>(
    _ name: String, _ doc: String, _ field: any Field<Value>
  ) -> ProfileSwitch {
    choice(name, doc, field, of: Value.allCases.map { ($0.rawValue, $0) })
  }

  /// A list of some cases of an enum.
  static func list<Value: RawRepresentable<String> & CaseIterable & Equatable & Sendable>(
    _ name: String, _ doc: String, _ field: any Field<[Value]>, of possible: [Value]
  ) -> ProfileSwitch {
    ProfileSwitch(
      name, doc, values: possible.map(\.rawValue), isList: true,
      read: { $0[keyPath: field].map(\.rawValue).joined(separator: ",") },
      write: { profile, text in
        profile[keyPath: field] = text.split(separator: ",").compactMap { Value(rawValue: String($0)) }
      })
  }
}
