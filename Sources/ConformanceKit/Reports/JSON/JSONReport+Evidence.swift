// What a case has measured and kept. What is not finite has no number in JSON: it is null.
extension JSONReport {
  func figure(_ figure: Figure) -> JSONValue {
    .object([
      ("name", .string(figure.name)),
      ("value", .optional(figure.value)),
      ("unit", .string(figure.unit)),
      ("limit", figure.limit.map(limit) ?? .null),
      ("kept", .bool(figure.isKept)),
    ])
  }

  private func limit(_ limit: Figure.Limit) -> JSONValue {
    .object([("kind", .string(limit.kind)), ("value", .optional(limit.value))])
  }

  func plot(_ plot: Plot) -> JSONValue {
    .object([
      ("title", .string(plot.title)),
      ("x", axis(plot.x)),
      ("y", axis(plot.y)),
      ("limit", .optional(plot.limit)),
      ("lines", .array(plot.lines.map(line))),
    ])
  }

  private func axis(_ axis: Plot.Axis) -> JSONValue {
    .object([("name", .string(axis.name)), ("unit", .string(axis.unit))])
  }

  private func line(_ line: Plot.Line) -> JSONValue {
    let points = line.points.map { JSONValue.array([.optional($0.x), .optional($0.y)]) }
    return .object([("name", .string(line.name)), ("points", .array(points))])
  }

  func exhibit(_ exhibit: Exhibit) -> JSONValue {
    .object([
      ("title", .string(exhibit.title)),
      ("text", .string(exhibit.text)),
      ("omittedBytes", .integer(exhibit.omittedBytes)),
    ])
  }
}
