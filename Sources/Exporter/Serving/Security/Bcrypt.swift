import CCrypt

/// The one place that calls libcrypt, with the unsafe memory that `crypt_r` wants.
enum Bcrypt {
  /// bcrypt looks at no more of a password.
  private static let longestPassword = 72

  /// Whether the hash is that of the password; takes as long as the hash's cost says, so never on an event loop.
  ///
  /// `crypt_r` is safe on several threads at once because all its state lies in the memory it is handed, which is made
  /// here and freed here. It fails by answering `*0` or nothing, which is no hash.
  static func matches(_ password: [UInt8], _ hash: PasswordHash) -> Bool {
    // A zero would end the password early, and so let a part of it pass for the whole.
    guard !password.contains(0) else { return false }
    let phrase = password.prefix(longestPassword).map(CChar.init(bitPattern:)) + [0]
    // Too large for the stack of a thread that somebody else made.
    let memory = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
    memory.initialize(to: crypt_data())
    defer {
      // What lies there is made of the password.
      memory.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout<crypt_data>.size) {
        $0.update(repeating: 0, count: MemoryLayout<crypt_data>.size)
      }
      memory.deallocate()
    }
    guard let answer = crypt_r(phrase, hash.text, memory) else { return false }
    return ConstantTime.areEqual(Array(String(cString: answer).utf8), Array(hash.text.utf8))
  }
}

/// Comparison that takes as long for a near miss as for a far one.
enum ConstantTime {
  /// Whether both are the same; only their lengths show in the time it takes.
  static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
