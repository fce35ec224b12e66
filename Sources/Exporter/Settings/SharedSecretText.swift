import BBBAPI

/// A shared secret as operators paste it, into a variable or a file.
struct SharedSecretText: Equatable {
  let secret: SharedSecret
  /// Whether white space stood around it.
  let wasTrimmed: Bool
}

/// Why a text is no secret; never a part of the text.
enum SharedSecretTextError: Error, Equatable {
  /// Nothing but white space.
  case blank
  /// Quotation marks around it, which env files keep.
  case quoted
  /// What `bbb-conf --secret` prints, as it prints it.
  case outputOfBBBConf
  /// A line of a file of properties or settings.
  case assignment(key: String)
  /// More than one line.
  case lines(count: Int)
  /// White space or a control character in its middle.
  case blankInside
}

extension SharedSecretText {
  /// The keys behind which servers and clients keep the secret.
  private static let keys = ["securitySalt", "API_SECRET", "BBB_SECRET", "BIGBLUEBUTTON_SECRET", "secret"]

  /// Reads the value of a variable.
  init(parsing text: String) throws(SharedSecretTextError) {
    let trimmed = text.trimmedText
    guard !trimmed.isEmpty else { throw .blank }
    if trimmed.unquotedText != nil { throw .quoted }
    if trimmed.hasPrefix("Secret:") || trimmed.hasPrefix("URL:") { throw .outputOfBBBConf }
    if let key = Self.key(in: trimmed) { throw .assignment(key: key) }
    let lines = trimmed.split(whereSeparator: \.isNewline)
    if lines.contains(where: { $0.trimmedText.hasPrefix("Secret:") }) { throw .outputOfBBBConf }
    guard lines.count == 1 else { throw .lines(count: lines.count) }
    guard trimmed.allSatisfy(Self.isVisible) else { throw .blankInside }
    self.init(secret: SharedSecret(String(trimmed)), wasTrimmed: trimmed.count != text.count)
  }

  /// Reads the text of a file, which every editor ends with a line feed; that alone is worth no warning.
  init(parsingFile text: String) throws(SharedSecretTextError) {
    try self.init(parsing: text.last?.isNewline == true ? String(text.dropLast()) : text)
  }

  /// The key in front of an equals sign with something behind it.
  private static func key(in text: Substring) -> String? {
    let name = text.drop { $0 == "#" || $0 == " " }.trimmingPrefix("export ")
    return keys.first { key in
      let value = name.dropFirst(key.count).trimmedText
      return name.hasPrefix(key) && value.first == "=" && value.count > 1
    }
  }

  /// A space is a character like others to BBB and to 0.7.1, so that secrets may have it.
  private static func isVisible(_ character: Character) -> Bool {
    character == " "
      || !character.isWhitespace
        && character.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
  }
}

extension SharedSecretTextError: CustomStringConvertible {
  /// The rule that is broken, as the end of a sentence that names the setting.
  var description: String {
    switch self {
    case .blank: "must not be blank"
    case .quoted: "must not stand in quotation marks, which env files keep: remove them"
    case .outputOfBBBConf:
      "must be the secret alone, and not all that bbb-conf --secret prints: keep what stands behind Secret:"
    case .assignment(let key): "must be the secret alone: remove \(key)= in front of it"
    case .lines(let count): "must be the secret alone, in one line and not \(count)"
    case .blankInside: "must be one word: there is a blank or control character inside"
    }
  }
}
