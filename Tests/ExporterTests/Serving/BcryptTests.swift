import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct BcryptTests {
  /// Made by `htpasswd -nbBC 5`, by Python's bcrypt 4.0 and by libxcrypt.
  private static let vectors: [(String, String, Bool)] = [
    // Published by the authors of bcrypt (crypt_blowfish's test vectors).
    ("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", true),
    ("U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK", true),
    ("U*U*U", "$2y$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a", true),
    ("", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy", true),
    ("U*u", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", false),
    ("U*U\0", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", false),
  ]

  @Test(arguments: vectors)
  func `published passwords match their hashes and no other`(
    _ password: String, _ hash: String, _ matches: Bool
  )
    throws
  {
    #expect(Bcrypt.matches(Array(password.utf8), try PasswordHash(hash)) == matches)
  }

  @Test(arguments: [
    "", "secret", "$apr1$x$y", "$1$abc$def", "*0",
    "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
    "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
    "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
    "$2a$05$CCCCCCCCCCCCCCCCCCCCC:E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
  ])
  func `what is no bcrypt is refused`(_ text: String) {
    #expect(throws: PasswordHash.Refusal.noBcrypt) { try PasswordHash(text) }
  }

  @Test(arguments: [17, 31])
  func `a cost that takes minutes is refused`(_ cost: Int) {
    #expect(throws: PasswordHash.Refusal.tooCostly(cost)) {
      try PasswordHash("$2y$\(cost)$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")
    }
  }

  @Test func `nobody has the decoy's password, and it is of the cost asked for`() {
    let decoy = PasswordHash.decoy(cost: 4)
    #expect(decoy.text.utf8.count == 60 && decoy.text.hasPrefix("$2b$04$"))
    #expect(!Bcrypt.matches(Array("fakepassword".utf8), decoy))
  }
}

@Suite struct CredentialsTests {
  @Test(arguments: [
    ("Basic YWxpY2U6c2VjcmV0", "alice", "secret"), ("basic YWxpY2U6", "alice", ""),
    ("BASIC YTpiOmM=", "a", "b:c"), ("Basic OnA=", "", "p"),
  ])
  func `user and password are what stands around the first colon`(
    _ field: String, _ user: String, _ password: String
  )
    throws
  {
    let credentials = try #require(Credentials(authorization: field))
    #expect(credentials.user == user && credentials.password == Array(password.utf8))
  }

  @Test(arguments: [
    "", "Basic", "Basic ", "Bearer YWxpY2U6c2VjcmV0", "Basic YWxpY2U", "Basic !!!", "Basic YWxpY2U=",
    "YWxpY2U6c2VjcmV0",
    "Basic /zr/", "Basic " + String(repeating: "YWxp", count: 2000),
  ])
  func `anything else is nobody`(_ field: String) {
    #expect(Credentials(authorization: field) == nil)
  }
}
