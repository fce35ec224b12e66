public import BBBAPI
import Wording

/// Where `join` sends a browser when something is wrong.
///
/// - Source: facts §3.4.
public enum JoinRedirect {
  /// The value of `Location`: the target with the failures as JSON in its `errors` parameter.
  ///
  /// Whatever the target or a message holds, the result is ASCII without blanks and line breaks.
  /// - Parameters:
  ///   - failures: what is wrong.
  ///   - target: the URL to return to (`errorRedirectUrl`, `logoutURL` or the server's own), as the caller gave it.
  /// - Returns: the target with `?errors=…`, or `&errors=…` where it has a query; before a fragment.
  public static func location(failures: [APIFailure], target: String) -> String {
    let end = target.utf8.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
    let base = target[..<end]
    let separator = base.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    let errors = PercentCoding.encode(json(failures), keeping: isLegalInQuery)
    return "\(PercentCoding.encode(base, keeping: isLegalInURL))\(separator)errors=\(errors)"
      + PercentCoding.encode(target[end...], keeping: isLegalInURL)
  }

  /// Java's hash order puts the message before the key.
  private static func json(_ failures: [APIFailure]) -> Substring {
    let objects = failures.map {
      "{\"message\":\(JSONString.quoted($0.message)),\"key\":\(JSONString.quoted($0.messageKey))}"
    }
    return "[\(objects.joined(separator: ","))]"
  }

  /// What `java.net.URI` leaves alone in a query: letters, digits, `_-!.~'()*` and `;/?:@&=+$,[]`.
  private static func isLegalInQuery(_ byte: UInt8) -> Bool {
    PercentCoding.isAlphanumeric(byte) || "_-!.~'()*;/?:@&=+$,[]".utf8.contains(byte)
  }

  /// The same with `%` and `#`, since the target is a URL already.
  private static func isLegalInURL(_ byte: UInt8) -> Bool {
    isLegalInQuery(byte) || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "#")
  }
}
