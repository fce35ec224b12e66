/// Who created a meeting, in lower case; empty where the meeting does not say.
struct Origin: Sendable, Hashable {
  let server: LabelText
  let name: LabelText

  init(server: String, name: String) {
    self.server = LabelText(server).lowercased
    self.name = LabelText(name).lowercased
  }

  /// The most origins with series of their own; a server has a handful.
  static let limit = 1000
  /// What stands for all the others.
  static let others = Origin(server: "(other)", name: "(other)")

  /// Whether either part is longer than a label may be.
  var isOverlong: Bool { server.isOverlong || name.isOverlong }

  /// The values of the labels `server` and `name`.
  var labels: [String] { [server.text, name.text] }
}

extension Origin: Comparable {
  static func < (lhs: Origin, rhs: Origin) -> Bool {
    (lhs.server, lhs.name) < (rhs.server, rhs.name)
  }
}
