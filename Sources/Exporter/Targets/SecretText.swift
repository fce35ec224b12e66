import BBBAPI

/// The secret in the text of a file.
struct SecretText {
  /// Nil when there is nothing but white space.
  let secret: SharedSecret?
  /// Whether white space stood behind it that no editor puts there.
  let wasTrimmed: Bool

  init(_ text: String) {
    // Every editor ends a file with a line feed; that alone is worth no warning.
    let line = text.last?.isNewline == true ? text.dropLast() : text[...]
    let trimmed = line.prefix(through: line.lastIndex { !$0.isWhitespace })
    secret = trimmed.isEmpty ? nil : SharedSecret(String(trimmed))
    wasTrimmed = trimmed.count != line.count
  }
}

extension Substring {
  fileprivate func prefix(through index: Index?) -> Substring {
    index.map { self[...$0] } ?? self[..<startIndex]
  }
}
