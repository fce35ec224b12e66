import CLibXML2

/// Owns a libxml2 push parser and what its callbacks use; knows nothing of the handler's type.
@usableFromInline
struct ParserEngine: ~Copyable {
  /// The bytes given to libxml2 at once.
  ///
  /// Its buffer grows to about twice this, and 16 KiB is as fast as any more (facts, exporter contract §6).
  static let stepBytes = 16 << 10

  /// Bounds the dictionary of names, which never shrinks.
  ///
  /// libxml2 counts whole blocks, each four times the last, so it refuses new names at some 5 MB. A server whose metadata
  /// keys are all different stays below that up to some 100,000 of them.
  static let namesBytes = 4 << 20

  private let context: xmlParserCtxtPtr
  private let state: UnsafeMutablePointer<ParserState>
  private let limits: XMLLimits
  private var incomplete = IncompleteCharacter()
  private var receivedBytes = 0
  private var isBlank = true
  private var isAtStart = true

  @usableFromInline
  init(delivery: Delivery, vocabulary: XMLVocabulary, limits: XMLLimits) {
    precondition(
      min(limits.depth, limits.textBytes, limits.markupBytes, limits.tagBytes, limits.totalBytes) >= 0,
      "\(limits)")
    state = .allocate(capacity: 1)
    context = Self.makeContext(callbackData: state)
    self.limits = limits
    state.initialize(
      to: ParserState(context: context, delivery: delivery, vocabulary: vocabulary, limits: limits))
  }

  @usableFromInline
  deinit {
    xmlFreeDoc(context.pointee.myDoc)
    xmlFreeParserCtxt(context)
    state.pointee.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  private static func makeContext(callbackData: UnsafeMutableRawPointer) -> xmlParserCtxtPtr {
    LibXML.start
    var table = SAXCallbacks.table()
    guard let context = xmlCreatePushParserCtxt(&table, callbackData, nil, 0, nil) else {
      fatalError("libxml2 has no memory for a parser")
    }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    xmlDictSetLimit(context.pointee.dict, namesBytes)
    return context
  }
}

/// libxml2's global state.
private enum LibXML {
  /// Set up on first use, exactly once even if several threads come at the same time.
  static let start: Void = xmlInitParser()
}

// MARK: - Feeding

extension ParserEngine {
  mutating func feed(_ bytes: RawSpan) throws(XMLStreamError) {
    try throwFailure()
    precondition(!state.pointee.isFinishing, "fed after the end")
    bytes.withUnsafeBytes { all in
      var rest = all
      while !rest.isEmpty, state.pointee.failure == nil {
        let step = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.stepBytes))
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Self.stepBytes))
        take(step)
      }
    }
    try throwFailure()
  }

  /// Takes one step's bytes, up to the limit of the whole document.
  private mutating func take(_ step: UnsafeRawBufferPointer) {
    let allowed = UnsafeRawBufferPointer(rebasing: step.prefix(limits.totalBytes - receivedBytes))
    receivedBytes += allowed.count
    parse(wholeCharactersOf: allowed)
    if allowed.count < step.count {
      state.pointee.stop(.documentTooLong(limit: limits.totalBytes, at: state.pointee.position))
    }
  }

  private mutating func parse(wholeCharactersOf bytes: UnsafeRawBufferPointer) {
    var input = bytes
    let completed = incomplete.complete(from: &input)
    completed.withUnsafeBytes { parse($0) }
    if incomplete.bytes.isEmpty { incomplete.keep(tailOf: &input) }
    parse(input)
  }

  private mutating func parse(_ bytes: UnsafeRawBufferPointer) {
    let input = isAtStart ? withoutByteOrderMark(bytes) : bytes
    guard let start = input.baseAddress, !input.isEmpty else { return }
    if isBlank { isBlank = input.allSatisfy { [0x20, 0x0A, 0x0D, 0x09].contains($0) } }
    xmlParseChunk(context, start.assumingMemoryBound(to: CChar.self), Int32(input.count), 0)
    let limit = isInsideTag ? min(limits.tagBytes, limits.markupBytes) : limits.markupBytes
    if state.pointee.pending.count > limit {
      state.pointee.stop(.markupTooLong(limit: limit, at: state.pointee.position))
    }
  }

  private var isInsideTag: Bool {
    let pending = state.pointee.pending
    return pending.first == UInt8(ascii: "<") && !pending.starts(with: "<!".utf8)
      && !pending.starts(with: "<?".utf8)
  }

  /// libxml2 looks for the mark only while it guesses the encoding, which is not left to it.
  private mutating func withoutByteOrderMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    if bytes.isEmpty { return bytes }
    isAtStart = false
    return bytes.starts(with: [0xEF, 0xBB, 0xBF])
      ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
  }
}

// MARK: - Ending

extension ParserEngine {
  mutating func finish() throws(XMLStreamError) {
    try throwFailure()
    precondition(!state.pointee.isFinishing, "ended twice")
    state.pointee.isFinishing = true
    if isBlank {
      state.pointee.stop(.empty)
    } else if isInsideMarkup {
      state.pointee.stop(.truncated(at: state.pointee.position))
    } else {
      xmlParseChunk(context, nil, 0, 1)
    }
    try throwFailure()
  }

  /// Whether the input broke off within a character or within markup, which libxml2 leaves until it has seen its end.
  ///
  /// A start tag with a less-than sign in an attribute is left too although it is complete; it is malformed.
  private var isInsideMarkup: Bool {
    let pending = state.pointee.pending
    guard pending.first == UInt8(ascii: "<") else { return !incomplete.bytes.isEmpty }
    let isTag = !pending.starts(with: "<!".utf8) && !pending.starts(with: "<?".utf8)
    return !isTag || !pending.contains(UInt8(ascii: ">"))
  }

  private func throwFailure() throws(XMLStreamError) {
    if let failure = state.pointee.failure { throw failure }
  }

  /// The bytes of the document that are kept at the moment, and those of the names seen; for tests.
  var retainedBytes: Int {
    guard let input = context.pointee.input?.pointee, let base = input.base, let end = input.end else {
      return 0
    }
    return (end - base) + Int(xmlDictGetUsage(context.pointee.dict))
  }
}
