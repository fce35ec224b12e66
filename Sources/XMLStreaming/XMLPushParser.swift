/// Reads an XML document that arrives in pieces and hands its events to a handler as soon as they are certain.
///
/// Any way of cutting a document into pieces gives the same events. Memory is bounded by the ``XMLLimits``, whatever
/// the document's size. There is no DTD, no entity but the five predefined ones, no access to files or the network,
/// and the document is UTF-8 whatever it declares. One parser reads one document; several parsers may work on several
/// threads. Whatever the handler gets is lent to it for the time of the call.
///
/// Soundness: libxml2 reaches the handler by its address, which is allocated here, stays the same while the parser
/// lives, and is used by callbacks during ``feed(_:)`` and ``finish()`` alone. Both are mutating and the parser cannot
/// be copied, so nobody else touches the handler meanwhile.
public struct XMLPushParser<Handler: XMLEventHandler>: ~Copyable {
  @usableFromInline let address: UnsafeMutablePointer<Handler>
  @usableFromInline var engine: ParserEngine

  /// Makes a parser for one document.
  @inlinable
  public init(handler: consuming Handler, vocabulary: XMLVocabulary, limits: XMLLimits = XMLLimits()) {
    address = .allocate(capacity: 1)
    address.initialize(to: handler)
    engine = ParserEngine(delivery: Delivery(to: address), vocabulary: vocabulary, limits: limits)
  }

  @inlinable
  deinit {
    // The engine is freed after this body; freeing it calls no handler.
    address.deinitialize(count: 1)
    address.deallocate()
  }

  /// The handler; to be read or changed between two pieces.
  @inlinable
  public var handler: Handler {
    _read { yield address.pointee }
    _modify { yield &address.pointee }
  }

  /// Takes the next piece of the document, of any size, and hands over what is certain by now.
  ///
  /// - Throws: why the document is refused; any later call throws the same again and hands nothing over.
  public mutating func feed(_ bytes: RawSpan) throws(XMLStreamError) {
    try engine.feed(bytes)
  }

  /// Ends the document.
  ///
  /// - Throws: why the document is refused, ``XMLStreamError/truncated(at:)`` and ``XMLStreamError/empty`` included.
  public mutating func finish() throws(XMLStreamError) {
    try engine.finish()
  }
}
