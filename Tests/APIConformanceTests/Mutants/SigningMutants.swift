import ConformanceKit

extension Mutant {
  static let signing: [Mutant] = [
    mishearing("lets in who does not sign", "signing/unsigned-refused") { request in
      if request["checksum"] == nil, request.call != "" { request.isSignedAgain = true }
    },
    lying("refuses without a key", "signing/unsigned-refused") { _, answer in
      answer.text = answer.text.replacing("<messageKey>checksumError</messageKey>\n", with: "")
    },
    mishearing("lets in whoever signs anyhow", "signing/wrong-checksum-refused") { request in
      if request["checksum"] != nil { request.isSignedAgain = true }
    },
    lying("says 403 with FAILED", "signing/wrong-checksum-refused") { _, answer in
      if answer.isFailed { answer.status = 403 }
    },
    refusing("looks for the checksum at the end only", "signing/checksum-anywhere") {
      !($0.pieces.last?.hasPrefix("checksum=") ?? false)
    },
    refusing("looks for the checksum at either end only", "signing/checksum-anywhere") {
      ![$0.pieces.first, $0.pieces.last].contains { $0?.hasPrefix("checksum=") ?? false }
    },
    mishearing("hashes %20 where + was sent", "signing/raw-query-signed") { request in
      request.pieces = request.pieces.map { $0.replacing("+", with: "%20") }
    },
    mishearing("hashes + where %20 was sent", "signing/raw-query-signed") { request in
      request.pieces = request.pieces.map { $0.replacing("%20", with: "+") }
    },
    mishearing("writes escapes anew before hashing", "signing/raw-query-signed") { request in
      request.pieces = request.pieces.map { $0.replacing("%2f", with: "%2F") }
    },
    refusing("knows SHA-1 only", "signing/sha1-and-sha256") { $0["checksum"]?.count != 40 },
    refusing("knows no SHA-1", "signing/sha1-and-sha256") { $0["checksum"]?.count == 40 },
    refusing("knows no SHA-384", "signing/sha384-and-sha512") { $0["checksum"]?.count == 96 },
    refusing("knows no SHA-512", "signing/sha384-and-sha512") { $0["checksum"]?.count == 128 },
    refusing("compares hex exactly", "signing/upper-case-hex") { request in
      request["checksum"].map { $0 != $0.lowercased() } ?? false
    },
  ]

  static let index: [Mutant] = [
    idle("wants the version page signed", "index/answers-unsigned") { request in
      request.call == "" && request["checksum"] == nil ? .failed("checksumError") : nil
    },
    idle("has a web page for the version page", "index/answers-unsigned") { request in
      request.call == "" ? WireAnswer(contentType: "text/html", text: "<html><body/></html>") : nil
    },
    writing("<version>0.9<", for: "<version>2.0<", in: "", "index/version-2-0"),
    writing("<apiVersion>3.0<", for: "<apiVersion>2.0<", in: "", "index/version-2-0"),
  ]

  private static func refusing(
    _ name: String, _ slug: Slug, _ isRefused: @escaping @Sendable (WireRequest) -> Bool
  ) -> Mutant {
    idle(name, slug) { $0.call != "" && isRefused($0) ? .failed("checksumError") : nil }
  }
}
