import HTTPTypes
import Hummingbird
import NIOCore

/// The pages for people who open the simulator in a browser.
enum Page {
  /// A page of HTML that may load nothing but what its policy says, and that nobody may frame.
  static func response(_ html: String, policy: String) -> Response {
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-cache"]
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    if let referrer = HTTPField.Name("Referrer-Policy") { headers[referrer] = "no-referrer" }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: html)))
  }

  /// Where `join` sends people; BBB's client would open here.
  static let joined = response(
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Joined · bbb-sim</title>
    <link rel="icon" href="/favicon.ico" type="image/svg+xml">
    <style>
    :root { color-scheme: light dark }
    body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f4f6f9, #0d131a);
      color: light-dark(#16202c, #e6edf3); font: 17px/1.6 system-ui, sans-serif }
    main { max-width: 30rem; padding: 2.5rem; text-align: center }
    svg { width: 4rem; height: 4rem }
    h1 { font-size: 1.6rem; margin: 1rem 0 .5rem }
    p { margin: 0; color: light-dark(#566474, #98a7b7) }
    </style>
    </head>
    <body>
    <main>
    \(Favicon.svg)
    <h1>You are in</h1>
    <p>This BigBlueButton server is simulated: the meeting counts you as joined, and there is no client to open.</p>
    </main>
    </body>
    </html>

    """,
    policy: "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors *")

  /// The icon that browsers ask for without being told to.
  static let favicon = Response(
    status: .ok, headers: [.contentType: "image/svg+xml", .cacheControl: "max-age=86400"],
    body: .init(byteBuffer: ByteBuffer(string: Favicon.svg)))
}

/// A clock face in a speech bubble.
enum Favicon {
  static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 2a13 13 0 1 1-6.9 24L3 29l2.2-6.6A13 13 0 0 1 16 2z" fill="#1f6feb"/>
    <path d="M16 8.5V15.5l5 3" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>
    </svg>
    """
}
