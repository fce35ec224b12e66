/// The version of all four commands; CHANGELOG.md says what is in it.
public enum ToolVersion {
  /// In the form of semver.org.
  public static let current = "0.1.0"
}
