/// A handler's methods as functions of its address, because a C callback cannot know the handler's type.
///
/// Each function is made where the handler's type is known and trusts the address to hold that type.
@usableFromInline
struct Delivery {
  let handler: UnsafeMutableRawPointer
  let startElement: (UnsafeMutableRawPointer, borrowing XMLName) -> Void
  let attribute: (UnsafeMutableRawPointer, borrowing XMLName, Span<UInt8>) -> Void
  let characters: (UnsafeMutableRawPointer, Span<UInt8>) -> Void
  let endElement: (UnsafeMutableRawPointer, borrowing XMLName) -> Void

  @usableFromInline
  init(
    to handler: UnsafeMutableRawPointer,
    startElement: @escaping (UnsafeMutableRawPointer, borrowing XMLName) -> Void,
    attribute: @escaping (UnsafeMutableRawPointer, borrowing XMLName, Span<UInt8>) -> Void,
    characters: @escaping (UnsafeMutableRawPointer, Span<UInt8>) -> Void,
    endElement: @escaping (UnsafeMutableRawPointer, borrowing XMLName) -> Void
  ) {
    self.handler = handler
    self.startElement = startElement
    self.attribute = attribute
    self.characters = characters
    self.endElement = endElement
  }
}

extension Delivery {
  /// Delivers to the handler at an address.
  ///
  /// Inlinable so that a client's compiler, which knows the handler, puts its methods straight into the functions.
  @inlinable
  init<Handler: XMLEventHandler>(to handler: UnsafeMutablePointer<Handler>) {
    self.init(
      to: UnsafeMutableRawPointer(handler),
      startElement: { $0.assumingMemoryBound(to: Handler.self).pointee.startElement($1) },
      attribute: { $0.assumingMemoryBound(to: Handler.self).pointee.attribute($1, $2) },
      characters: { $0.assumingMemoryBound(to: Handler.self).pointee.characters($1) },
      endElement: { $0.assumingMemoryBound(to: Handler.self).pointee.endElement($1) })
  }
}
