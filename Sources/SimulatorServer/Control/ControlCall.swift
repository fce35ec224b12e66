import Foundation
import Hummingbird

/// A request to the control API, with the server that it is about.
struct ControlCall {
  let fleet: ServerFleet
  /// The server's name; nil for the root.
  let name: ServerName?
  let server: SimulatedServer
  /// Empty for an operation that takes none.
  var body = Data()
  private let request: Request
  private let context: ControlContext

  /// Finds the server that the path names; where the fleet's policy allows it, one is made.
  init(
    _ request: Request, _ context: ControlContext, fleet: ServerFleet, makesServer: Bool = true
  ) throws(ControlError) {
    self.request = request
    self.context = context
    self.fleet = fleet
    name = try context.parameters.get("server").map { text throws(ControlError) in try Self.name(text) }
    do {
      server = makesServer ? try fleet.server(name) : try fleet.existing(name)
    } catch {
      throw ControlError(error)
    }
  }

  private static func name(_ text: String) throws(ControlError) -> ServerName {
    do {
      return try ServerName(text)
    } catch {
      throw .noServer(error)
    }
  }

  /// A value behind `?` by its name.
  func query(_ name: String) -> String? { request.uri.queryParameters.get(name) }

  /// The values behind `?`.
  var queryNames: [String] { request.uri.queryParameters.map { String($0.key) } }

  /// A part of the path by its name.
  func parameter(_ name: String) -> String? { context.parameters.get(name) }

  /// What stands before the server's paths; empty for the root.
  var prefix: String { name.map { "/" + $0.text } ?? "" }
}
