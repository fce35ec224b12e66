public import BBBAPI

extension FaultRule {
  /// What a faulty server, or the network before it, does with a request.
  ///
  /// ``FaultKind/all`` says how each is written in a scenario.
  public enum Effect: Sendable, Equatable {
    /// Answers rightly, but this much later.
    case latency(DurationDistribution)
    /// Answers with this status and an HTML page, as nginx does; `Retry-After` in whole seconds when it is given.
    case status(Int, retryAfter: Duration? = nil)
    /// Answers 200 with an HTML page.
    case html
    /// Answers `FAILED` with this key and message.
    case failed(APIFailure)
    /// Answers as things stood so long ago; calls that change something are carried out as ever.
    case stale(Duration)

    /// Resets the connection (RST) without an answer.
    case reset
    /// Closes the connection (FIN) without an answer.
    case close
    /// Takes the request and never answers.
    case hang
    /// Answers with the first so many bytes of the right body, then closes: short of the `Content-Length`, or in the
    /// middle of the chunks.
    case truncated(bytes: Int, isChunked: Bool = false)
    /// Sends the body so many bytes at a time.
    case dripped(bytes: Int, every: Duration)
    /// Sends the head a line at a time, then the body, and closes.
    case slowHead(every: Duration)
    /// Says that the body has so many bytes, and sends all of it.
    case contentLength(Int)
    /// Sends the answer twice to one request.
    case duplicated
    /// Sends meetings without end, as fast as they are taken.
    case endless

    /// Answers 200 with nothing in the body.
    case empty
    /// Answers 200 with so many random bytes, by the seed.
    case garbage(bytes: Int)
    /// Answers with the right body, damaged at its end so that it is not well-formed.
    case malformed(Damage)
    /// Answers with a document that is made to hurt whoever parses it.
    case hostile(Trap)
    /// Answers with the right body after these changes, in their order.
    case edit([DocumentEdit])
    /// Calls the right body something else.
    case contentType(String)
  }

  /// What makes a document ill-formed.
  public enum Damage: String, Sendable, CaseIterable {
    /// An end tag of another name.
    case mismatchedTag = "mismatched tag"
    /// The last end tag is missing.
    case unclosed
    /// A reference to an entity that nobody declared.
    case badEntity = "bad entity"
    /// Bytes that are no UTF-8.
    case invalidUTF8 = "invalid UTF-8"
    /// U+0001, which XML 1.0 knows in no form.
    case controlCharacter = "control character"
  }

  /// What a document does to a careless parser.
  public enum Trap: String, Sendable, CaseIterable {
    /// Entities of entities that unfold to gigabytes.
    case billionLaughs = "billion laughs"
    /// An entity that stands for a file of the reader's machine.
    case externalEntity = "external entity"
    /// 10,000 elements in each other.
    case deepNesting = "deep nesting"
    /// An attribute longer than libxml2's ten million bytes.
    case hugeAttribute = "huge attribute"
    /// A text longer than libxml2's ten million bytes.
    case hugeText = "huge text"
  }
}
