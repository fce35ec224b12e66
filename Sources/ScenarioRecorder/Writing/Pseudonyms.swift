/// Made-up words for what must not be known, numbered in the order of appearance.
///
/// Nothing is computed from the original, so no dictionary brings it back.
struct Pseudonyms {
  private let prefix: String
  private let suffix: String
  private var numbers: [String: Int] = [:]

  /// Makes names such as `lms-1.example.org`.
  init(_ prefix: String, suffix: String = "") {
    (self.prefix, self.suffix) = (prefix, suffix)
  }

  /// The word for an original, the same one each time.
  mutating func word(for original: String) -> String {
    let number = numbers[original] ?? numbers.count + 1
    numbers[original] = number
    return "\(prefix)-\(number)\(suffix)"
  }
}

/// Words that say nothing about anybody, and something about a server.
enum KnownWords {
  /// Products that make meetings, as `bbb-origin` names them.
  static let products = [
    "Moodle", "Greenlight", "Canvas", "ILIAS", "Stud.IP", "OpenOLAT", "Nextcloud", "WordPress", "Drupal",
    "Sakai",
    "Brightspace", "Blackboard", "Chamilo", "PILOS", "Mconf", "Rocket.Chat", "Mattermost",
  ]
  /// What BBB itself says of people (facts §4.7).
  static let clients = ["HTML5", "DIAL-IN", "FLASH"]

  /// The known spelling of a word; nil for one that anybody may have made up.
  static func known(_ word: String, among words: [String]) -> String? {
    words.first { $0.lowercased() == word.lowercased() }
  }
}
