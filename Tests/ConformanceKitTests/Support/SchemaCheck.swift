import Foundation

/// As much of JSON Schema as the report's schema uses, so that there is an opinion where python's is not installed.
struct SchemaCheck {
  private let root: [String: Any]

  /// Reads a schema.
  init(_ schema: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a document; a keyword that is not known here is a mistake as well.
  func mistakes(in document: Any) -> [String] { mistakes(in: document, root, at: "$") }

  private func mistakes(in value: Any, _ schema: [String: Any], at path: String) -> [String] {
    schema.flatMap { keyword, rule in mistakes(in: value, keyword, rule, of: schema, at: path) }
  }

  private func mistakes(
    in value: Any, _ keyword: String, _ rule: Any, of schema: [String: Any], at path: String
  ) -> [String] {
    func unless(_ isFine: Bool) -> [String] { isFine ? [] : ["\(path): \(keyword)"] }
    switch (keyword, rule) {
    case ("$schema", _), ("$comment", _), ("$defs", _), ("title", _), ("description", _): return []
    case ("type", let name as String): return unless(JSONKind.matches(name, value))
    case ("enum", let values as [Any]):
      return unless(values.contains { ($0 as? NSObject) == (value as? NSObject) })
    case ("$ref", let name as String):
      let shapes = root["$defs"] as? [String: Any]
      let shape = shapes?[name.replacing("#/$defs/", with: "")] as? [String: Any]
      return shape.map { mistakes(in: value, $0, at: path) } ?? ["no \(name)"]
    case ("anyOf", let shapes as [[String: Any]]):
      return unless(shapes.contains { mistakes(in: value, $0, at: path).isEmpty })
    case ("minimum", let least as Double): return unless((value as? Double).map { $0 >= least } ?? true)
    case ("pattern", let pattern as String):
      return unless((value as? String)?.range(of: pattern, options: .regularExpression) != nil)
    case ("required", _), ("additionalProperties", _), ("properties", _):
      return mistakes(inMembers: value as? [String: Any] ?? [:], keyword, of: schema, at: path)
    case ("items", _), ("prefixItems", _), ("minItems", _):
      return mistakes(inItems: value as? [Any] ?? [], keyword, of: schema, at: path)
    default: return ["\(path): unknown keyword \(keyword)"]
    }
  }

  private func mistakes(
    inMembers members: [String: Any], _ keyword: String, of schema: [String: Any], at path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    switch keyword {
    case "required":
      return (schema["required"] as? [String] ?? []).filter { members[$0] == nil }.map { "\(path): no \($0)" }
    case "additionalProperties":
      return members.keys.filter { properties[$0] == nil }.map { "\(path): stranger \($0)" }
    default:
      return members.flatMap { key, value in
        properties[key].map { mistakes(in: value, $0, at: "\(path).\(key)") } ?? []
      }
    }
  }

  private func mistakes(
    inItems items: [Any], _ keyword: String, of schema: [String: Any], at path: String
  ) -> [String] {
    let first = schema["prefixItems"] as? [[String: Any]] ?? []
    switch keyword {
    case "minItems": return items.count < first.count ? ["\(path): too few"] : []
    case "prefixItems": return zip(items, first).flatMap { mistakes(in: $0, $1, at: "\(path)[]") }
    default:
      guard let rest = schema["items"] as? [String: Any] else {
        return items.count > first.count ? ["\(path): too many"] : []
      }
      return items.dropFirst(first.count).flatMap { mistakes(in: $0, rest, at: "\(path)[]") }
    }
  }
}

/// What JSON calls a value.
private enum JSONKind {
  static func matches(_ name: String, _ value: Any) -> Bool {
    let isFlag = (value as? NSNumber).map { isBoolean($0) } ?? false
    return switch name {
    case "string": value is String
    case "number": value is NSNumber && !isFlag
    case "integer": !isFlag && (value as? Double).map { $0 == $0.rounded() } == true
    case "boolean": isFlag
    case "null": value is NSNull
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }

  /// Foundation keeps booleans as numbers of C's `char`.
  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
