import FoundationEssentials

/// How a secret may be written in URLs, documents and dumps.
struct SecretForms: Sendable {
  private let secret: String

  init(of secret: String) {
    self.secret = secret
  }

  /// A short secret in other digits would be found in every number.
  private static let shortestToDump = 8

  /// The secret itself, percent-encoded once and twice, in a form, escaped for XML, HTML and JSON, in hexadecimal digits and
  /// in Base64.
  var all: [String] {
    let isLong = secret.utf8.count >= Self.shortestToDump
    return [secret] + encoded + escaped + (isLong ? dumped : [])
  }

  private var encoded: [String] {
    let upper = secret.percentEncoded(isUppercase: true)
    let lower = secret.percentEncoded(isUppercase: false)
    let once = [upper, lower]
    let twice = [upper.percentEncoded(isUppercase: true), lower.percentEncoded(isUppercase: false)]
    return (once + twice) + once.map { $0.replacing("%20", with: "+") }
  }

  /// Of an apostrophe XML and the libraries for HTML have each their own.
  private var escaped: [String] {
    let angles = secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
      ">", with: "&gt;")
    let python = angles.replacing("\"", with: "&quot;").replacing("'", with: "&#x27;")
    let go = angles.replacing("\"", with: "&#34;").replacing("'", with: "&#39;")
    let json = secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return [secret.escapedForXML, angles, python, go, json, json.replacing("/", with: "\\/")]
  }

  /// As it looks by itself; Base64 of a text that holds it is another one.
  private var dumped: [String] {
    let hex = secret.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let base64 = String(Data(secret.utf8).base64EncodedString().prefix { $0 != "=" })
    return [
      hex, hex.uppercased(), base64, base64.replacing("+", with: "-").replacing("/", with: "_"),
    ]
  }
}

extension String {
  /// The text with everything but RFC 3986's unreserved characters percent-encoded.
  fileprivate func percentEncoded(isUppercase: Bool) -> String {
    utf8.reduce(into: "") { text, byte in
      if byte.isUnreserved {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isUppercase)
      }
    }
  }
}

extension UInt8 {
  fileprivate var isUnreserved: Bool {
    (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || (0x30...0x39).contains(self)
      || "-._~".utf8.contains(self)
  }
}
