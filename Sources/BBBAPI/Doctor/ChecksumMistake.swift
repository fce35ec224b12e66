/// A mistake that callers make with checksums, recognised by making it again and finding the caller's hash.
///
/// The raw value is stable: tests and scripts may compare with it.
public enum ChecksumMistake: String, Sendable, Codable, CaseIterable {
  // The call's name.
  case callMissing = "call-missing"
  case callCase = "call-case"
  case callWithSlash = "call-with-slash"
  case callWithPath = "call-with-path"
  case callWithoutFolder = "call-without-folder"
  case otherCall = "other-call"
  case wholeURL = "whole-url"
  // The parameters and their order.
  case queryMissing = "query-missing"
  case parameterLeftOut = "parameter-left-out"
  case checksumInside = "checksum-inside"
  case otherOrder = "other-order"
  case bodyHashed = "body-hashed"
  case fragmentHashed = "fragment-hashed"
  // How the query was written.
  case queryDecoded = "query-decoded"
  case blankEncoding = "blank-encoding"
  case hexCase = "hex-case"
  case otherEncoding = "other-encoding"
  case encodedTwice = "encoded-twice"
  case ampersandEscaped = "ampersand-escaped"
  case questionMark = "question-mark"
  case strayAmpersand = "stray-ampersand"
  // The secret.
  case secretMissing = "secret-missing"
  case secretLineFeed = "secret-line-feed"
  case secretBlanks = "secret-blanks"
  case secretQuoted = "secret-quoted"
  case secretByteOrderMark = "secret-byte-order-mark"
  case secretCase = "secret-case"
  case secretEncoded = "secret-encoded"
  case secretPlace = "secret-place"
  // The hash.
  case hmac
  case hashedTwice = "hashed-twice"
  case base64
  case truncated
  case otherAlgorithm = "other-algorithm"
  case upperCase = "upper-case"
  case checksumMisnamed = "checksum-misnamed"
}

extension ChecksumMistake {
  /// What the caller did, as the end of a sentence without a full stop.
  public var summary: String { words.summary }

  /// What to do instead, as a sentence without a full stop.
  public var mend: String { words.mend }

  private var words: (summary: String, mend: String) { callWords ?? queryWords ?? writingWords ?? otherWords }

  private var callWords: (String, String)? {
    switch self {
    case .callMissing: ("the call's name was not hashed", "begin the text with the call's name")
    case .callCase:
      ("the call's name was hashed in other capitals", "write the name as the API does, such as getMeetings")
    case .callWithSlash: ("a slash or ? was hashed with the call's name", "begin with the bare name")
    case .callWithPath:
      ("the path was hashed with the call's name", "begin with what follows /api/ and nothing before")
    case .callWithoutFolder:
      ("only the last part of the call's name was hashed", "hash hooks/create and its like whole")
    case .otherCall: ("another call's name was hashed", "sign each call with its own name")
    case .wholeURL: ("the whole URL was hashed", "hash the call's name, the query and the secret")
    default: nil
    }
  }

  private var queryWords: (String, String)? {
    switch self {
    case .queryMissing: ("the query was not hashed", "put the query between name and secret")
    case .parameterLeftOut:
      ("a parameter that was sent was not hashed", "sign last, when all parameters are there")
    case .checksumInside:
      ("the checksum parameter itself was hashed", "hash the query before the checksum is added")
    case .otherOrder:
      ("the parameters were hashed in another order than sent", "hash the very text that is sent")
    case .bodyHashed: ("the body was hashed", "hash the query of the URL; a body is not covered")
    case .fragmentHashed: ("the fragment was hashed", "leave # and what follows out; it is never sent")
    default: nil
    }
  }

  private var writingWords: (String, String)? {
    switch self {
    case .queryDecoded: ("the query was hashed before it was encoded", "encode first, then hash")
    case .blankEncoding:
      ("blanks were hashed as + and sent as %20, or the other way", "hash the very text that is sent")
    case .hexCase:
      ("percent codes were hashed in other capitals, such as %2f and %2F", "hash the very text that is sent")
    case .otherEncoding:
      ("the query was hashed with other characters encoded", "keep the HTTP client from encoding it again")
    case .encodedTwice: ("the query was hashed encoded twice", "encode once")
    case .ampersandEscaped: ("&amp; was hashed for &", "escape for HTML after signing")
    case .questionMark: ("the ? was hashed", "put the name and the query together without ?")
    case .strayAmpersand: ("an & too many was hashed", "put & between parameters only")
    default: nil
    }
  }

  private var otherWords: (String, String) {
    switch self {
    case .secretMissing: ("the secret was not hashed", "end the text with the secret")
    case .secretLineFeed:
      (
        "the secret was hashed with a line end",
        "strip the line end when you read it from a file or a command"
      )
    case .secretBlanks: ("the secret was hashed with blanks around it", "strip the blanks")
    case .secretQuoted:
      ("the secret was hashed with its quotes", "strip the quotes; env files keep them in some tools")
    case .secretByteOrderMark:
      ("the secret was hashed with a byte order mark", "save the file as UTF-8 without it")
    case .secretCase: ("the secret was hashed in other capitals", "take the secret as it is")
    case .secretEncoded: ("the secret was hashed percent-encoded or decoded", "take the secret as it is")
    case .secretPlace: ("the secret was hashed elsewhere than at the end", "end the text with the secret")
    case .hmac: ("an HMAC was made", "use the plain hash over name, query and secret")
    case .hashedTwice: ("the hash was hashed again", "hash once")
    case .base64: ("the hash was sent as base64", "send it as hexadecimal digits")
    case .truncated: ("the hash was cut", "send all its digits")
    case .otherAlgorithm:
      ("a hash was used that the server does not take", "use sha256 unless you know that the server takes it")
    case .upperCase:
      ("the hash has capital digits, which this version minds", "send lower-case digits")
    default:
      ("the right hash came under another name", "call the parameter checksum, in lower case")
    }
  }
}
