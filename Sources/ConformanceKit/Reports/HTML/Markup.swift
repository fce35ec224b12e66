/// A piece of HTML that is safe to stand in an element or a quoted attribute.
///
/// What is written in the source is markup; what is interpolated is text, and is escaped on the way in. So no case can
/// forget it: only another `Markup` goes in as it is.
struct Markup: Sendable, Equatable, ExpressibleByStringInterpolation {
  let html: String

  init(stringLiteral value: String) { html = value }

  init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

  init(joining parts: [Markup], separator: String = "\n") {
    html = parts.map(\.html).joined(separator: separator)
  }

  static let empty: Markup = ""

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { html += literal }

    /// Text in one line, with what would hide or reorder it made visible.
    mutating func appendInterpolation(_ text: String) { html += text.visibleLine.escapedForXML }

    mutating func appendInterpolation(_ number: some BinaryInteger) { html += String(number) }

    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

    mutating func appendInterpolation(_ parts: [Markup]) { html += Markup(joining: parts).html }
  }
}
