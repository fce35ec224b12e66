/// What receives the events of a document, in document order.
///
/// Every start is followed by its end, properly nested, as long as the parser does not throw. Comments, processing
/// instructions and the XML declaration make no events; CDATA sections arrive as characters.
public protocol XMLEventHandler {
  /// An element opened.
  mutating func startElement(_ name: borrowing XMLName)

  /// An attribute of the element that has just opened, namespace declarations left out; nothing by default.
  ///
  /// The value is UTF-8, borrowed for the call. An ampersand in it is written `&#38;`, as libxml2 hands it over.
  mutating func attribute(_ name: borrowing XMLName, _ value: Span<UInt8>)

  /// A piece of text, UTF-8, never empty, with references and line ends resolved; borrowed for the call.
  ///
  /// Where a text is cut into pieces depends on how the document was fed, so only their concatenation means anything.
  mutating func characters(_ text: Span<UInt8>)

  /// The innermost open element closed.
  mutating func endElement(_ name: borrowing XMLName)
}

extension XMLEventHandler {
  /// Most handlers are interested in elements alone.
  @inlinable
  public mutating func attribute(_ name: borrowing XMLName, _ value: Span<UInt8>) {}
}

/// The local name of an element, lent to the handler for the time of one call.
///
/// It cannot be copied, hence not kept beyond the call: its bytes belong to the parser's dictionary.
public struct XMLName: ~Copyable {
  /// The token of a name that belongs to no vocabulary entry.
  public static let unknownToken = -1

  /// The name's position in the ``XMLVocabulary``, or ``unknownToken``.
  public let token: Int
  /// Ends with a zero byte; interned by libxml2, so it lives as long as the parser, which outlives this call.
  private let address: UnsafePointer<UInt8>

  init(token: Int, address: UnsafePointer<UInt8>) {
    self.token = token
    self.address = address
  }

  /// Lends the bytes of the name, UTF-8 and without prefix; costs a walk over the name.
  public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var count = 0
    while address[count] != 0 { count += 1 }
    return body(UnsafeBufferPointer(start: address, count: count).span)
  }
}
