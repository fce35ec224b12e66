import Hummingbird

extension ControlOperation {
  static let readIndex = ControlOperation(
    id: "readIndex", method: .get, path: "/", summary: "What the control API can do.",
    answer: .view(IndexView.self)
  ) { call in try .json(IndexView(call)) }

  static let readDocument = ControlOperation(
    id: "readDocument", method: .get, path: "/openapi.json", summary: "This document.", isOfFleet: true,
    answer: Answer(schema: JSONSchema(json: ["type": "object"]))
  ) { _ in try .json(OpenAPIDocument.json) }
}

/// What `GET /_sim` answers.
struct IndexView: ControlView {
  let server: ServerView
  let openapi: String
  let operations: [Line]

  /// An operation in one line.
  struct Line: ControlView {
    let operation: String
    let summary: String

    static let schema = JSONSchema.object(["operation": .text, "summary": .text])
  }

  static let schema = JSONSchema.object([
    "server": ServerView.schema, "openapi": .text, "operations": .list(of: Line.schema),
  ])

  init(_ call: ControlCall) {
    server = ServerView(call.name, call.server)
    openapi = "/_sim/openapi.json"
    let prefix = call.prefix
    operations = ControlOperation.all.filter { call.name == nil || !$0.isOfFleet }.map { operation in
      let path = operation.path == "/" ? "" : operation.path
      return Line(operation: "\(operation.method) \(prefix)/_sim\(path)", summary: operation.summary)
    }
  }
}
