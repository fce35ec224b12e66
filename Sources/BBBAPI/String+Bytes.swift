extension String {
  /// Whether both are the same bytes; `==` also takes other spellings of the same characters for equal, and Java doesn't.
  public func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
