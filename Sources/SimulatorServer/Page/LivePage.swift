import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The page that shows a server at work and lets a person turn its clock.
///
/// Its bytes are the same for every server and every world: a script asks `/_sim/live` each second and writes what it
/// hears as text, never as markup. So no name that a caller chose can become part of the page.
enum LivePage {
  /// The page.
  static let response = Page.response(html, policy: policy)

  private static let html = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>bbb-sim</title>
    <link rel="icon" href="/favicon.ico" type="image/svg+xml">
    <style>\(style)</style>
    </head>
    <body>
    \(markup)
    <script>\(script)</script>
    </body>
    </html>

    """

  /// Nothing from anywhere but the two inline parts, known by their hashes, and answers of this very server.
  private static let policy =
    "default-src 'none'; script-src \(hash(script)); style-src \(hash(style)); connect-src 'self'; img-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  private static func hash(_ text: String) -> String {
    "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
  }
}
