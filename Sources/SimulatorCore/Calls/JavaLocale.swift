/// A language as commons-lang's `LocaleUtils.toLocale` reads it: `en`, `en_US`, `en_US_variant`.
///
/// By that rule the `en-US` of BBB's documentation is malformed (facts §2.15).
struct JavaLocale: Equatable {
  private let language: String
  private let country: String
  private let variant: String

  init?(_ text: String) {
    let parts = text.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard let language = parts.first, Self.isTwo(language, of: "a"..."z") else { return nil }
    self.language = language
    country = parts.count > 1 ? parts[1] : ""
    variant = parts.count > 2 ? parts[2] : ""
    guard country.isEmpty ? parts.count != 2 : Self.isTwo(country, of: "A"..."Z") else { return nil }
  }

  /// The BCP 47 tag; a variant that is none there is dropped, as Java does.
  var languageTag: String {
    let isVariant =
      (5...8).contains(variant.utf8.count) && variant.utf8.allSatisfy { $0.isLetter || $0.isDigit }
    return ([language, country].filter { !$0.isEmpty } + (isVariant ? [variant] : [])).joined(separator: "-")
  }

  /// The language's English name; the code itself for one that is not in the table.
  var displayLanguage: String { Self.names[language] ?? language }

  private static func isTwo(_ text: String, of letters: ClosedRange<Character>) -> Bool {
    text.count == 2 && text.allSatisfy { $0.isASCII && letters.contains($0) }
  }

  private static let names = [
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
  ]
}
