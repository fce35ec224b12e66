import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import SimulatorServer

/// The document, the router and the running server say the same.
@Suite(.timeLimit(.minutes(5))) struct OpenAPITests {
  private static let golden = GoldenFolder("bbb-sim")

  @Test func `the committed copy is what the server serves`() async throws {
    try await SimulatedServer.quiet().whileControlled { control in
      let served = try await control.ask("GET", "/openapi.json").text
      try Self.golden.expect(served, is: "openapi.json")
    }
  }

  @Test func `every operation of the table is in the document, and no other`() throws {
    let document = try Self.document()
    var listed: [String] = []
    for (path, operations) in document.paths {
      for (method, operation) in operations {
        listed.append("\(method) \(path) \(operation["operationId"] ?? "")")
      }
    }
    let table = ControlOperation.all.map { "\($0.method.rawValue.lowercased()) \($0.path) \($0.id)" }
    #expect(listed.sorted() == table.sorted() && Set(ControlOperation.all.map(\.id)).count == table.count)
  }

  /// With the examples of the document, in the order of the table, on one server.
  @Test(arguments: ["", "/red"]) func `every operation answers as the document says`(prefix: String)
    async throws
  {
    let fleet = ServerFleet(root: try .lectureDay(), policy: .auto)
    try await fleet.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let control = ControlTalk(talk: talk, prefix: prefix)
        let document = try Self.document()
        for operation in ControlOperation.all where prefix.isEmpty || !operation.isOfFleet {
          try await Self.check(operation, document, control)
        }
      }
    }
  }

  private static func check(
    _ operation: ControlOperation, _ document: Document, _ control: ControlTalk
  ) async throws {
    let method = operation.method.rawValue
    let described = try #require(document.paths[operation.path]?[method.lowercased()])
    var body = ""
    if let content = (described["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]] {
      let json = try #require(content["application/json"])
      body = String(
        decoding: try JSONSerialization.data(withJSONObject: try #require(json["example"])), as: UTF8.self)
      let schema = try #require(json["schema"] as? [String: Any])
      let example = try #require(json["example"])
      #expect(SchemaCheck.problems(example, schema).isEmpty, "\(operation.id)")
    }
    let path = operation.path == "/" ? "" : operation.path.replacing("{name}", with: "blue")
    let answer = try await control.ask(method, path, body)
    let responses = try #require(described["responses"] as? [String: [String: Any]])
    let response = try #require(responses["\(answer.status)"], "\(operation.id) answered \(answer.status)")
    #expect(response["$ref"] == nil, "\(operation.id): \(answer.text)")
    let content = try #require(response["content"] as? [String: [String: Any]])
    let schema = try #require(content["application/json"]?["schema"] as? [String: Any])
    let value = try JSONSerialization.jsonObject(with: Data(answer.body), options: .fragmentsAllowed)
    #expect(
      SchemaCheck.problems(value, schema).isEmpty, "\(operation.id): \(SchemaCheck.problems(value, schema))")
  }

  private struct Document {
    let paths: [String: [String: [String: Any]]]
  }

  private static func document() throws -> Document {
    let encoder = JSONEncoder()
    let value = try JSONSerialization.jsonObject(with: encoder.encode(OpenAPIDocument.json))
    let paths = (value as? [String: Any])?["paths"] as? [String: [String: [String: Any]]]
    return Document(paths: try #require(paths))
  }
}

/// As much of JSON Schema as the document uses.
enum SchemaCheck {
  /// What is wrong with a value, each with its place.
  static func problems(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let matching = choices.count { problems(value, $0, at: place).isEmpty }
      return matching == 1 ? [] : ["\(place) fits \(matching) of the shapes"]
    }
    if let names = schema["enum"] as? [String] {
      return names.contains(value as? String ?? "") ? [] : ["\(place) is none of \(names)"]
    }
    switch schema["type"] as? String {
    case "object": return objectProblems(value, schema, at: place)
    case "array":
      guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else {
        return ["\(place) is no list"]
      }
      return list.enumerated().flatMap { problems($1, items, at: "\(place)[\($0)]") }
    case "string": return value is String ? [] : ["\(place) is no text"]
    case "integer", "number": return value is NSNumber ? [] : ["\(place) is no number"]
    case "boolean": return value is Bool ? [] : ["\(place) is no flag"]
    default: return []
    }
  }

  private static func objectProblems(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
    var found = missing.map { "\(place).\($0) is missing" }
    for (key, value) in object {
      if let property = properties[key] {
        found += problems(value, property, at: "\(place).\(key)")
      } else if let free = schema["additionalProperties"] as? [String: Any] {
        found += problems(value, free, at: "\(place).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(place).\(key) is unknown")
      }
    }
    return found
  }
}
