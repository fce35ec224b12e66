import Scenarios

/// Where an element stands in a document that the simulator wrote.
struct ElementPlace: Equatable {
  /// From its `<` to behind its last `>`.
  var whole: Range<Int>
  /// What is between its tags; nil when it is one tag.
  var content: Range<Int>?
  /// The element's name.
  var name: String
}

extension ElementPath {
  /// Every place that the path means, in their order; none in a body that is no XML.
  func places(in body: [UInt8]) -> [ElementPlace] {
    var search = ElementSearch(path: self, body: body)
    search.run()
    return search.found
  }
}

/// Goes through a document and notes the elements that a path means.
///
/// It relies on what the simulator's own documents keep: they are well-formed, and no `>` stands in a tag.
private struct ElementSearch {
  let path: ElementPath
  let body: [UInt8]
  private(set) var found: [ElementPlace] = []
  private var open: [Frame] = []
  private var position = 0

  /// An element whose end is still to come.
  private struct Frame {
    let name: String
    let start: Int
    let contentStart: Int
    /// Whether the path leads through it so far; the root's is empty.
    let isOnPath: Bool
    /// How many children of each name have begun.
    var children: [String: Int] = [:]
  }

  init(path: ElementPath, body: [UInt8]) {
    self.path = path
    self.body = body
  }

  mutating func run() {
    while let start = body[position...].firstIndex(of: UInt8(ascii: "<")) {
      guard !isMarkupOfAnotherKind(at: start) else { continue }
      guard let end = body[start...].firstIndex(of: UInt8(ascii: ">")) else { return }
      position = end + 1
      body[start + 1] == UInt8(ascii: "/") ? close(start) : begin(start, end)
    }
  }

  /// Passes over comments, CDATA sections, declarations and instructions.
  private mutating func isMarkupOfAnotherKind(at start: Int) -> Bool {
    let kinds = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", "?>")]
    guard let kind = kinds.first(where: { body[start...].starts(with: $0.0.utf8) }) else { return false }
    let rest = body[(start + kind.0.utf8.count)...]
    position = rest.firstRange(of: Array(kind.1.utf8))?.upperBound ?? body.endIndex
    return true
  }

  private mutating func begin(_ start: Int, _ end: Int) {
    let isWhole = body[end - 1] == UInt8(ascii: "/")
    let tag = body[(start + 1)..<(isWhole ? end - 1 : end)]
    let name = String(decoding: tag.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    let isOnPath = self.isOnPath(name)
    guard isWhole else {
      return open.append(Frame(name: name, start: start, contentStart: end + 1, isOnPath: isOnPath))
    }
    note(ElementPlace(whole: start..<(end + 1), content: nil, name: name), isOnPath, depth: open.count)
  }

  private mutating func close(_ start: Int) {
    guard let frame = open.popLast() else { return }
    let place = ElementPlace(
      whole: frame.start..<position, content: frame.contentStart..<start, name: frame.name)
    note(place, frame.isOnPath, depth: open.count)
  }

  /// Counts a child of the innermost open element, and tells whether the path leads to or through it.
  private mutating func isOnPath(_ name: String) -> Bool {
    guard let parent = open.indices.last else { return true }
    let number = open[parent].children[name, default: 0] + 1
    open[parent].children[name] = number
    guard open[parent].isOnPath, path.steps.indices.contains(open.count - 1) else { return false }
    let step = path.steps[open.count - 1]
    return step.name == name && step.number ?? number == number
  }

  private mutating func note(_ place: ElementPlace, _ isOnPath: Bool, depth: Int) {
    if isOnPath, depth == path.steps.count { found.append(place) }
  }
}
