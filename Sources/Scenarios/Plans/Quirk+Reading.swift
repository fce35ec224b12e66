import BBBAPI

extension Reading where Value == [Quirk] {
  /// A mapping from names of switches to values: `{ numbers: de, emptyCustomdata: absent }`.
  static var quirks: Reading {
    Reading { field in field.entries("a mapping of switches").compactMap(quirk) }
  }

  private static func quirk(_ name: String, _ value: FieldReader) -> Quirk? {
    guard let text = value.isList ? value.joinedElements : value.scalar else {
      return value.reject(asNo: "a value of a switch", fix: "write one, as in `numbers: de`")
    }
    do {
      return try Quirk(name, text)
    } catch {
      value.report(
        value.summary(of: error), "`bbb-sim profiles` lists the switches and their values", fix: error.fix)
      return nil
    }
  }
}

extension FieldReader {
  /// The elements of a list of scalars as a command line would have them.
  fileprivate var joinedElements: String? {
    let texts = elements().map(\.scalar)
    return texts.contains(nil) ? nil : texts.compactMap(\.self).joined(separator: ",")
  }

  fileprivate func summary(of error: QuirkError) -> String {
    switch error {
    case .unknownName: "\(name) is no switch of a profile"
    case .noValue, .unknownValue: "\(name) does not take \(found)"
    }
  }
}
