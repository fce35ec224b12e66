import CLibXML2

/// The functions that libxml2 calls.
///
/// Soundness: libxml2 hands back the address of the ``ParserState`` that the engine gave it. The engine frees the
/// context before the state, and touches the state through the same address only, never while a callback runs.
enum SAXCallbacks {
  /// The table of functions; what is absent from it is skipped by libxml2.
  static func table() -> xmlSAXHandler {
    var table = xmlSAXHandler()
    table.initialized = UInt32(XML_SAX2_MAGIC)
    table.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      SAXCallbacks.state(data)?.pointee.startElement(name)
      guard count > 0, let attributes else { return }
      SAXCallbacks.state(data)?.pointee.attributes(
        UnsafeBufferPointer(start: attributes, count: 5 * Int(count)))
    }
    table.endElementNs = { data, name, _, _ in
      guard let name else { return }
      SAXCallbacks.state(data)?.pointee.endElement(name)
    }
    table.characters = { data, text, count in
      SAXCallbacks.state(data)?.pointee.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    // The same function as for text: libxml2 compares the two to save itself the search for blanks.
    table.ignorableWhitespace = table.characters
    table.cdataBlock = table.characters
    table.internalSubset = { data, _, _, _ in
      guard let state = SAXCallbacks.state(data) else { return }
      state.pointee.stop(.doctypeForbidden(at: state.pointee.position))
    }
    // With this function present libxml2 prints nothing. Warnings and namespace errors do not matter here.
    table.serror = { data, error in
      guard let error, error.pointee.level == XML_ERR_FATAL else { return }
      SAXCallbacks.state(data)?.pointee.fail(code: error.pointee.code)
    }
    return table
  }

  @inline(__always)
  private static func state(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParserState>? {
    data?.assumingMemoryBound(to: ParserState.self)
  }
}
