/// Colours of verdicts on a terminal, or none at all.
struct Colouring: Sendable {
  let isOn: Bool

  /// The text in the colour of the verdict, and the terminal's own colour after it.
  func paint(_ text: String, as verdict: Verdict) -> String {
    isOn ? "\u{1B}[\(Colouring.code(of: verdict))m\(text)\u{1B}[0m" : text
  }

  /// The code of ECMA-48's "select graphic rendition".
  private static func code(of verdict: Verdict) -> String {
    switch verdict {
    case .passed: "32"
    case .failed: "1;31"
    case .warned, .knownFailure: "33"
    case .skipped, .blocked: "36"
    case .setupFailed, .harnessFailed: "35"
    }
  }
}
