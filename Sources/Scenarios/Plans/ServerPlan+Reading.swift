import BBBAPI

extension Reading where Value == ServerPlan {
  /// `{ profile: "3.0", secret: demo-secret, quirks: { numbers: de } }`
  static var server: Reading {
    Reading { field in
      field.mapping("a server") { m in
        var server = ServerPlan()
        server.profile = m.optional("profile", .profile) ?? server.profile
        server.secret = m.optional("secret", .secret) ?? server.secret
        server.quirks = m.optional("quirks", .quirks) ?? []
        return server
      }
    }
  }
}

extension Reading where Value == String {
  /// The name of a BBB version that can be simulated.
  public static var profile: Reading {
    choice("a known profile", of: Profile.all.map { ($0.name, $0.name) })
  }

  /// A text that no message repeats.
  static var secret: Reading {
    Reading { field in
      guard let text = field.scalar, !text.isEmpty else {
        return field.reject(
          asNo: "a secret", because: "it has to be a text", fix: "write at least one character")
      }
      return text
    }.described(as: .text("a secret; write at least one character"))
  }
}
