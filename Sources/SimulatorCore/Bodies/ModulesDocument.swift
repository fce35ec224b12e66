import BBBAPI
import XMLStreaming

/// The XML body of `create` and `insertDocument`: modules with documents in them.
///
/// Read as bbb-web's `XmlSlurper` reads it: what the root and the modules are called does not matter, a module counts by
/// its `name`, and of two with one name the later one. There is no document type declaration and no entity but the five.
/// - Source: facts §2.2; ApiController `processRequestXmlModules`.
struct ModulesDocument: Sendable {
  private var modules: [Module] = []

  /// A child of the root.
  struct Module: Sendable {
    var name = ""
    var documents: [Document] = []
    /// All text in it.
    var text: [UInt8] = []
  }

  /// A child of a module.
  struct Document: Sendable {
    var attributes: [Metadatum] = []
    /// The digits of Base64 in it, white space left out.
    var digits = 0

    func attribute(_ name: String) -> String? {
      attributes.first { $0.key == name && !$0.value.isEmpty }?.value
    }
  }

  /// A body without modules, as most calls have it.
  init() {}

  /// Reads a body; throws when it is not well-formed, which bbb-web answers with an error page.
  init(reading body: [UInt8]) throws(XMLStreamError) {
    let limits = XMLLimits(
      textBytes: max(1 << 20, body.count), markupBytes: max(1 << 20, body.count), tagBytes: 32 << 10,
      totalBytes: body.count)
    var parser = XMLPushParser(
      handler: ModulesHandler(), vocabulary: XMLVocabulary(ModulesHandler.names), limits: limits)
    try parser.feed(body.span.bytes)
    try parser.finish()
    modules = parser.handler.modules
  }

  /// The module of that name.
  subscript(name: String) -> Module? { modules.last { $0.name == name } }
}

/// Collects modules: the root's children, their children, and all text below.
private struct ModulesHandler: XMLEventHandler {
  static let names = ["name", "url", "filename", "current", "downloadable", "removable"]

  private(set) var modules: [ModulesDocument.Module] = []
  private var depth = 0

  mutating func startElement(_ name: borrowing XMLName) {
    depth += 1
    if depth == 2 { modules.append(ModulesDocument.Module()) }
    if depth == 3, let last = modules.indices.last {
      modules[last].documents.append(ModulesDocument.Document())
    }
  }

  mutating func attribute(_ name: borrowing XMLName, _ value: Span<UInt8>) {
    guard name.token >= 0, let last = modules.indices.last else { return }
    let (key, text) = (Self.names[name.token], Self.text(value))
    if depth == 2 && key == "name" { modules[last].name = text }
    guard depth == 3, let document = modules[last].documents.indices.last else { return }
    modules[last].documents[document].attributes.append(Metadatum(key, text))
  }

  mutating func characters(_ text: Span<UInt8>) {
    guard depth >= 2, let last = modules.indices.last else { return }
    let document = modules[last].documents.indices.last
    for index in text.indices {
      let byte = text[index]
      if depth >= 3, let document {
        let isDigit = byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
        if isDigit { modules[last].documents[document].digits += 1 }
      } else {
        modules[last].text.append(byte)
      }
    }
  }

  mutating func endElement(_ name: borrowing XMLName) { depth -= 1 }

  /// An ampersand comes as `&#38;`.
  private static func text(_ value: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for index in value.indices { bytes.append(value[index]) }
    return String(decoding: bytes, as: UTF8.self).replacing("&#38;", with: "&")
  }
}
