/// Writes the elements of a picture.
struct SVGText {
  private(set) var text = ""

  mutating func line(_ element: String) { text += element + "\n" }

  mutating func open(width: Int, height: Int, title: String) {
    line(
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" width="\#(width)" height="\#(height)" role="img">"#
    )
    line("<title>\(title.escaped)</title>")
  }

  mutating func text(_ content: String, x: Int, y: Int, class name: String) {
    line(#"<text class="\#(name)" x="\#(x)" y="\#(y)">\#(content.escaped)</text>"#)
  }

  mutating func rule(x1: Int, y1: Int, x2: Int, y2: Int, class name: String) {
    line(#"<line class="\#(name)" x1="\#(x1)" y1="\#(y1)" x2="\#(x2)" y2="\#(y2)"/>"#)
  }

  /// A line through points in tenths of pixels; points in the middle of a level stretch are left out.
  mutating func path(_ points: [(Int, Int)], closed: Bool, class name: String) {
    var d = ""
    for (index, point) in points.enumerated() {
      if index > 0, index < points.count - 1, points[index - 1].1 == point.1, points[index + 1].1 == point.1 {
        continue
      }
      d += "\(index == 0 ? "M" : "L")\(Self.tenths(point.0)) \(Self.tenths(point.1))"
    }
    line(#"<path class="\#(name)" d="\#(d)\#(closed ? "Z" : "")"/>"#)
  }

  private static func tenths(_ value: Int) -> String {
    value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(abs(value % 10))"
  }
}

extension String {
  /// Fit for the text of an XML element; what XML can't hold is left out.
  fileprivate var escaped: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 }))
      .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
