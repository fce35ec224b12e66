import HTTPTypes

/// The OpenAPI 3.1 document of the control API, made from the table that the router is made from.
enum OpenAPIDocument {
  /// The document.
  static let json: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "bbb-sim control API", "version": "1",
      "description": """
      What a test does to a simulated BigBlueButton server: time, world, events, faults, requests, snapshots.
      The root server has it at /_sim, a server of a name at /NAME/_sim. Without --control-token-file it answers \
      this machine only; with it, whoever brings the token.
      """,
    ],
    "servers": .list([root, named]),
    "security": .list([.object([:]), ["token": []]]),
    "paths": .object(paths),
    "components": [
      "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      "schemas": ["Refusal": ControlError.schema.json],
      "responses": .object(refusals),
    ],
  ]

  private static let root: JSONValue = ["url": "/_sim", "description": "The root server."]
  private static let named: JSONValue = [
    "url": "/{server}/_sim", "description": "A server of a name.",
    "variables": ["server": ["default": "blue"]],
  ]

  private static var paths: [String: JSONValue] {
    Dictionary(grouping: ControlOperation.all, by: \.path).mapValues { operations in
      .object(
        Dictionary(uniqueKeysWithValues: operations.map { ($0.method.rawValue.lowercased(), $0.document) }))
    }
  }

  private static let reasons: [Int: String] = [
    400: "The request is wrong, and says how to mend it.",
    401: "A token is set and was not brought.", 403: "The caller is not on this machine, or is a web page.",
    404: "There is no such thing.", 409: "It does not go with how things stand.",
    413: "The body is too large.", 415: "The body's content type is not read here.",
    422: "The scenario has mistakes; all of them are named.", 503: "There is no room for more.",
  ]

  private static var refusals: [String: JSONValue] {
    Dictionary(
      uniqueKeysWithValues: reasons.map { status, reason in
        (
          "\(status)",
          ["description": .text(reason), "content": json(["$ref": "#/components/schemas/Refusal"])]
        )
      })
  }

  fileprivate static func json(_ schema: JSONValue, as mediaType: String = "application/json") -> JSONValue {
    .object([mediaType: ["schema": schema]])
  }
}

extension ControlOperation {
  /// This operation's part of the document.
  fileprivate var document: JSONValue {
    var document: [String: JSONValue] = [
      "operationId": .text(id), "summary": .text(summary), "responses": .object(responses),
    ]
    let parameters = pathParameters + query.map(\.document)
    if !parameters.isEmpty { document["parameters"] = .list(parameters) }
    if let body { document["requestBody"] = body.document }
    if isOfFleet { document["servers"] = [["url": "/_sim"]] }
    return .object(document)
  }

  private var pathParameters: [JSONValue] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
      [
        "name": .text(String(part.dropFirst().dropLast())), "in": "path", "required": true,
        "schema": ["type": "string"],
      ]
    }
  }

  private var responses: [String: JSONValue] {
    let content = OpenAPIDocument.json(answer.schema.json, as: answer.mediaType)
    var responses: [String: JSONValue] = [
      "\(answer.status)": ["description": .text(answer.about), "content": content]
    ]
    for status in refusals + [401, 403] {
      responses["\(status)"] = ["$ref": .text("#/components/responses/\(status)")]
    }
    for status in verdicts {
      responses["\(status)"] = ["description": "It is not so.", "content": content]
    }
    return responses
  }
}

extension ControlOperation.Query {
  fileprivate var document: JSONValue {
    ["name": .text(name), "in": "query", "description": .text(about), "schema": schema.json]
  }
}

extension ControlOperation.Body {
  fileprivate var document: JSONValue {
    let content = mediaTypes.map { ($0, ["schema": schema.json, "example": example] as JSONValue) }
    return [
      "required": .flag(!isOptional), "content": .object(Dictionary(uniqueKeysWithValues: content)),
    ]
  }
}

extension ControlError {
  static let schema = JSONSchema.object(
    ["status": .integer, "error": .text, "fix": .text],
    optional: [
      "problems": .list(
        of: .object([
          "line": .integer, "column": .integer, "error": .text, "reason": .text, "fix": .text,
        ]))
    ])
}
