import CLibXML2

/// What the callbacks know and change; lives at a fixed address that libxml2 hands back to them.
struct ParserState {
  let context: xmlParserCtxtPtr
  let delivery: Delivery
  let tokens: TokenTable
  let limits: XMLLimits
  /// The tokens of the open elements, `limits.depth` places.
  let openTokens: UnsafeMutablePointer<Int>
  var depth = 0
  /// The bytes of text since the last tag.
  var textBytes = 0
  /// Set while the last of the input is being parsed.
  var isFinishing = false
  /// The first thing that went wrong; nothing is delivered afterwards.
  var failure: XMLStreamError?

  init(context: xmlParserCtxtPtr, delivery: Delivery, vocabulary: XMLVocabulary, limits: XMLLimits) {
    self.context = context
    self.delivery = delivery
    self.limits = limits
    tokens = TokenTable(of: vocabulary, in: context.pointee.dict)
    openTokens = .allocate(capacity: limits.depth)
  }

  /// Frees what the state owns; the context is not among it.
  func deallocate() {
    tokens.deallocate()
    openTokens.deallocate()
  }
}

// MARK: - Events

extension ParserState {
  @inline(__always)
  mutating func startElement(_ name: UnsafePointer<UInt8>) {
    guard depth < limits.depth else { return stop(.tooDeep(limit: limits.depth, at: position)) }
    let token = tokens.token(of: name)
    openTokens[depth] = token
    depth &+= 1
    textBytes = 0
    delivery.startElement(delivery.handler, XMLName(token: token, address: name))
  }

  /// Five addresses an attribute: local name, prefix, namespace, the value's start and its end.
  mutating func attributes(_ fields: UnsafeBufferPointer<UnsafePointer<UInt8>?>) {
    for index in stride(from: 0, to: fields.count, by: 5) where failure == nil {
      guard let name = fields[index], let start = fields[index + 3], let end = fields[index + 4] else {
        continue
      }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      delivery.attribute(
        delivery.handler, XMLName(token: tokens.token(of: name), address: name), value.span)
    }
  }

  @inline(__always)
  mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
    textBytes &+= text.count
    guard textBytes <= limits.textBytes else {
      return stop(.textTooLong(limit: limits.textBytes, at: position))
    }
    if !text.isEmpty { delivery.characters(delivery.handler, text.span) }
  }

  @inline(__always)
  mutating func endElement(_ name: UnsafePointer<UInt8>) {
    // libxml2 has compared the names already, so the end's token is the start's.
    guard depth > 0 else { return }
    depth &-= 1
    textBytes = 0
    delivery.endElement(delivery.handler, XMLName(token: openTokens[depth], address: name))
  }
}

// MARK: - Failures

extension ParserState {
  var position: XMLPosition {
    guard let input = context.pointee.input else { return XMLPosition(line: 1, column: 1) }
    return XMLPosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// The bytes that libxml2 holds and has not understood yet.
  var pending: UnsafeBufferPointer<UInt8> {
    guard let input = context.pointee.input?.pointee, let start = input.cur, let end = input.end, start < end
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  /// Keeps the failure if it is the first, and makes libxml2 deliver nothing more.
  ///
  /// Must be the last act of a callback: libxml2 frees its input here, text just delivered included.
  mutating func stop(_ error: XMLStreamError) {
    guard failure == nil else { return }
    failure = error
    xmlStopParser(context)
  }

  /// Keeps an error that libxml2 found; it stops by itself.
  mutating func fail(code: Int32) {
    guard failure == nil else { return }
    failure = failure(for: xmlParserErrors(rawValue: UInt32(bitPattern: code)))
  }

  private func failure(for code: xmlParserErrors) -> XMLStreamError {
    if isFinishing, hasRunOut(code) { return .truncated(at: position) }
    return switch code {
    case XML_ERR_UNDECLARED_ENTITY: .entityForbidden(at: position)
    case XML_ERR_NO_MEMORY: .outOfMemory(at: position)
    default: .malformed(reason: Malformation.reason(of: code), at: position)
    }
  }

  /// Whether an error in the last of the input only says that there is no more of it.
  private func hasRunOut(_ code: xmlParserErrors) -> Bool {
    if pending.isEmpty { return true }
    if code == XML_ERR_DOCUMENT_END { return context.pointee.instate != XML_PARSER_EPILOG }
    return code == XML_ERR_ATTRIBUTE_NOT_FINISHED
  }
}
