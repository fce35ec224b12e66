import Crypto
import X509

/// What a test CA is called: an organisation and a common name of at most a hundred bytes each, in ASCII.
struct AuthorityName {
  let organization: String
  let commonName: String

  /// The name as certificates have it.
  func distinguished() throws -> DistinguishedName {
    try DistinguishedName {
      OrganizationName(organization)
      CommonName(commonName)
    }
  }

  /// The name of the file in which OpenSSL looks for the CA when it is given a directory: `c_rehash` makes such links.
  ///
  /// - Source: OpenSSL, X509_NAME_hash_ex: the first four bytes of SHA-1 over the canonical name, the last one first. In
  ///   the canonical name texts are UTF-8 in lower case, and the outermost header is left out.
  var fileInDirectory: String {
    let digest = Insecure.SHA1.hash(data: part(organization, ofType: 0x0A) + part(commonName, ofType: 0x03))
    let hexadecimal = Array(digest).prefix(4).reversed().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return hexadecimal.joined() + ".0"
  }

  /// SET { SEQUENCE { OBJECT IDENTIFIER 2.5.4.x, UTF8String } } in DER.
  private func part(_ text: String, ofType attribute: UInt8) -> [UInt8] {
    let words = text.lowercased().split(separator: " ").joined(separator: " ")
    return element(
      0x31, element(0x30, element(0x06, [0x55, 0x04, attribute]) + element(0x0C, Array(words.utf8))))
  }

  private func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    precondition(content.count < 128, "the name of a test CA is too long: \(self)")
    return [tag, UInt8(content.count)] + content
  }
}
