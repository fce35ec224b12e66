extension String {
  /// The lines of the text, with everything that would steer a terminal, hide, or reorder what is read made visible.
  ///
  /// An escape character becomes the text `\u{1B}`, a tab `\t`; a line feed, or a carriage return before one, ends a line.
  /// JSON keeps the exact text.
  var visibleLines: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line).visible
    }
  }

  /// The text in one line, with its line ends written as `\n`.
  var visibleLine: String { visibleLines.joined(separator: "\\n") }

  private var visible: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\t" {
        text += "\\t"
      } else if scalar.mustBeVisible {
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar must not reach a terminal or a page as it is: control characters, invisible format characters
  /// such as those that turn the direction of writing, other line ends, and what is not a character at all.
  var mustBeVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: properties.isNoncharacterCodePoint
    }
  }
}
