import Foundation
import Hummingbird
import Scenarios
import TimelineEngine
import Wording

extension ControlOperation {
  static let readSnapshot = ControlOperation(
    id: "readSnapshot", method: .get, path: "/snapshot",
    summary: "The world and the clock as JSON to keep; only servers with the same secret take it back.",
    answer: .view(SealedSnapshot.self)
  ) { call in try .json(SealedSnapshot(call.server.snapshot, secret: call.server.secret)) }

  static let keepSnapshot = ControlOperation(
    id: "keepSnapshot", method: .post, path: "/snapshot",
    summary: "Keeps the world and the clock under a name, in memory; a hundred names at most.",
    body: Body(schema: .object(["name": .text]), example: ["name": "before"]),
    answer: .view(ShelfView.self, status: 201), refusals: [400, 413, 415, 503]
  ) { call in
    let name = try ControlBody(call.body).read(.snapshotName)
    guard call.server.snapshots.keep(call.server.snapshot, as: name) else {
      throw ControlError(
        status: 503, error: "there are \(SnapshotShelf.capacity) snapshots already", fix: "use a name again")
    }
    return try .json(ShelfView(call.server), status: .created)
  }

  static let restoreSnapshot = ControlOperation(
    id: "restoreSnapshot", method: .post, path: "/restore",
    summary:
      "Brings a world and its clock back: one kept under a name, or one that GET /snapshot gave. The clock's rate, the faults and the requests stay.",
    body: Body(
      schema: .either([.object(["name": .text]), SealedSnapshot.schema]), limit: 64 << 20,
      example: ["name": "before"]),
    answer: .view(EventView.self), refusals: [400, 404, 409, 413, 415]
  ) { call in
    let snapshot = try call.snapshot()
    do throws(SnapshotError) {
      try call.server.restore(snapshot)
    } catch {
      throw ControlError(
        status: 409, error: "the snapshot does not fit: \(error)",
        fix: "load the scenario that it was taken of")
    }
    return try .json(EventView(call.server))
  }
}

extension ControlCall {
  fileprivate func snapshot() throws(ControlError) -> Snapshot {
    if let sealed = try? JSONDecoder().decode(SealedSnapshot.self, from: body) {
      // What is no sealed snapshot is a name, or is refused as one below.
      return try sealed.opened(with: server.secret)
    }
    let name = try ControlBody(body).read(.snapshotName)
    if let snapshot = server.snapshots.snapshot(name) { return snapshot }
    let near = NearestName.of(name, among: server.snapshots.names)
    throw ControlError(
      status: 404, error: "there is no snapshot '\(name.printable)'",
      fix: near.map { "did you mean '\($0)'?" } ?? "POST {\"name\": …} to /_sim/snapshot first")
  }
}

/// The snapshots that are kept.
struct ShelfView: ControlView {
  let snapshots: [String]

  static let schema = JSONSchema.object(["snapshots": .list(of: .text)])

  init(_ server: SimulatedServer) { snapshots = server.snapshots.names }
}

extension Reading where Value == String {
  fileprivate static var snapshotName: Reading {
    Reading { field in
      field.mapping("a snapshot") { m in
        m.required(
          "name", name.that({ $0.utf8.count <= 100 }, is: "a short name", fix: "use at most 100 bytes"))
      }
    }
  }
}
