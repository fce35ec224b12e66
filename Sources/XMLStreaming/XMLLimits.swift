/// How much of a document a parser puts up with; passing a limit is an error, reaching it is not. None is negative.
public struct XMLLimits: Sendable, Equatable {
  /// The most elements open at once, the root included.
  public var depth: Int
  /// The most bytes of text between two tags, references resolved.
  public var textBytes: Int
  /// The most bytes of one tag, comment, instruction or CDATA section that stretches over several chunks.
  ///
  /// Bounds what is kept between two chunks; checked after each step of 16 KiB, so something
  /// longer by less than a step may pass.
  public var markupBytes: Int
  /// The most bytes of one tag that stretches over several chunks, if fewer than ``markupBytes``; checked as those are.
  ///
  /// libxml2 compares every attribute of a tag with every other, in one go that nothing interrupts: 90,000 attributes in
  /// 0.9 MB take seconds, those that fit into 48 KiB some 10 ms.
  public var tagBytes: Int
  /// The most bytes of the whole document, as fed.
  public var totalBytes: Int

  /// Makes limits; by default 32 elements deep, 1 MiB of text or markup, 32 KiB of a tag, 1 GiB in all.
  public init(
    depth: Int = 32, textBytes: Int = 1 << 20, markupBytes: Int = 1 << 20, tagBytes: Int = 32 << 10,
    totalBytes: Int = 1 << 30
  ) {
    self.depth = depth
    self.textBytes = textBytes
    self.markupBytes = markupBytes
    self.tagBytes = tagBytes
    self.totalBytes = totalBytes
  }
}
