import HTTPTypes
import Hummingbird

/// One thing that the control API does: the router and the OpenAPI document are both made from these.
struct ControlOperation: Sendable {
  /// Its name in the document, such as `changeClock`.
  let id: String
  let method: HTTPRequest.Method
  /// Below `/_sim`, in OpenAPI's form, such as `/servers/{name}`.
  let path: String
  /// One line for a reader.
  let summary: String
  /// Whether it is about all servers, and there at the root alone.
  var isOfFleet = false
  /// What may stand behind `?`.
  var query: [Query] = []
  /// What must be in the body; nil for none.
  var body: Body?
  /// What the answer looks like.
  let answer: Answer
  /// Statuses of refusals beside those that everything has: 401 and 403.
  var refusals: [Int] = []
  /// Statuses at which the answer looks the same and says no.
  var verdicts: [Int] = []
  /// Does it.
  let act: @Sendable (ControlCall) async throws -> Response

  /// A parameter behind `?`.
  struct Query: Sendable {
    let name: String
    let about: String
    var schema = JSONSchema.text
  }

  /// A body that an operation takes.
  struct Body: Sendable {
    /// Media types, the usual one first.
    var mediaTypes = ["application/json"]
    let schema: JSONSchema
    /// In bytes.
    var limit = 64 * 1024
    /// A body that works, for the document.
    let example: JSONValue
    /// Whether it may be absent.
    var isOptional = false
  }

  /// What an operation answers when it does what was asked.
  struct Answer: Sendable {
    var status = 200
    var mediaType = "application/json"
    let schema: JSONSchema
    var about = "Done."
  }
}

extension ControlOperation.Answer {
  /// JSON of one kind.
  static func view(_ type: any ControlView.Type, status: Int = 200) -> Self {
    Self(status: status, schema: type.schema)
  }

  /// A list of one kind.
  static func list(of type: any ControlView.Type) -> Self { Self(schema: .list(of: type.schema)) }
}
