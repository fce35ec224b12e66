/// A value read from an element's text, or what is wrong with it.
enum FieldValue<Value> {
  case read(Value)
  case odd(Anomaly)

  /// Keeps what was read; an odd value leaves the field as it was.
  ///
  /// - Returns: what is odd.
  func store(in field: inout Value?) -> Anomaly? {
    switch self {
    case .read(let value):
      field = value
      return nil
    case .odd(let anomaly): return anomaly
    }
  }
}

extension TextBuffer {
  /// A whole number of 0 or more.
  var number: FieldValue<Int64> {
    if isOverlong { return .odd(.overlongText) }
    return GroupedInteger.value(of: trimmed).map { .read($0) } ?? .odd(.malformedNumber)
  }

  /// A number that counts things.
  var count: FieldValue<Int> {
    switch number {
    case .read(let value): .read(Int(value))
    case .odd(let anomaly): .odd(anomaly)
    }
  }

  /// `true` or `false` in any case.
  var boolean: FieldValue<Bool> {
    if isOverlong { return .odd(.overlongText) }
    return switch string.lowercased() {
    case "true": .read(true)
    case "false": .read(false)
    default: .odd(.malformedBoolean)
    }
  }

  /// A text that may be empty.
  var label: FieldValue<String> {
    isOverlong ? .odd(.overlongText) : .read(string)
  }

  /// A text that means nothing when empty.
  var identifier: FieldValue<String> {
    if isOverlong { return .odd(.overlongText) }
    let string = string
    return string.isEmpty ? .odd(.missingElement) : .read(string)
  }

  // The parser lets only valid UTF-8 through, so nothing is repaired here.
  private var string: String { String(decoding: trimmed, as: UTF8.self) }
}
