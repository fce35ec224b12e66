extension Reading where Value == [DocumentEdit] {
  /// An edit, or a list of them.
  static var edits: Reading {
    Reading.oneOrMore(.edit).that(
      { !$0.isEmpty }, is: "an edit", fix: "write one such as `{ remove: meetings }`")
  }
}

extension Reading where Value == DocumentEdit {
  /// `{ remove: PATH }`, or one of the others.
  static var edit: Reading {
    Reading { field in
      field.mapping("an edit") { m in
        m.exactlyOne(of: [
          ("remove", made(of: .elementPath) { .remove($0) }),
          ("double", made(of: .elementPath) { .double($0) }),
          ("text", filling), ("insert", insertion), ("replace", replacement),
        ])
      }
    }
  }

  private static func made<Part>(of part: Reading<Part>, _ make: @escaping (Part) -> DocumentEdit) -> Reading
  {
    Reading { field in part.value(of: field).map(make) }
  }

  /// `{ at: PATH, is: TEXT }`
  private static var filling: Reading {
    Reading { field in
      field.mapping("a text") { m in
        let (path, text) = (m.required("at", .elementPath), m.required("is", .text))
        guard let path, let text else { return nil }
        return .text(path, text)
      }
    }
  }

  /// `{ into: PATH, xml: MARKUP }`
  private static var insertion: Reading {
    Reading { field in
      field.mapping("an insertion") { m in
        let (path, markup) = (m.required("into", .elementPath), m.required("xml", .text))
        guard let path, let markup else { return nil }
        return .insert(path, markup)
      }
    }
  }

  /// `{ text: TEXT, by: TEXT }`
  private static var replacement: Reading {
    Reading { field in
      field.mapping("a replacement") { m in
        let (text, other) = (m.required("text", .name), m.required("by", .text))
        guard let text, let other else { return nil }
        return .replace(text, by: other)
      }
    }
  }
}

extension Reading where Value == ElementPath {
  fileprivate static var elementPath: Reading {
    scalar(
      "a path to elements", fix: "write names from the root's children down, such as `meetings/meeting[2]`"
    ) {
      ElementPath($0)
    }
  }
}
