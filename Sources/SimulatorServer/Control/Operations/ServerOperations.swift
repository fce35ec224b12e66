import Hummingbird

extension ControlOperation {
  static let listServers = ControlOperation(
    id: "listServers", method: .get, path: "/servers",
    summary: "The servers on this port, the root one first.",
    isOfFleet: true, answer: .list(of: ServerView.self)
  ) { call in
    let members = call.fleet.members.map { ServerView($0.name, $0.server) }
    return try .json([ServerView(nil, call.fleet.root)] + members)
  }

  static let createServer = ControlOperation(
    id: "createServer", method: .post, path: "/servers",
    summary:
      "Adds a server that plays the root's scenario from its beginning, with a secret and a seed of its own if given.",
    isOfFleet: true, body: Body(schema: ServerOrder.schema, example: ["name": "blue", "seed": 7]),
    answer: .view(ServerView.self, status: 201), refusals: [400, 409, 413, 415, 503]
  ) { call in
    let order = try ServerOrder(json: call.body)
    let server = call.fleet.root.twin(seed: order.seed, secret: order.secret)
    do throws(FleetError) {
      try call.fleet.add(order.name, server)
    } catch {
      throw ControlError(error)
    }
    return try .json(ServerView(order.name, server), status: .created)
  }

  static let readServer = ControlOperation(
    id: "readServer", method: .get, path: "/servers/{name}", summary: "One server.", isOfFleet: true,
    answer: .view(ServerView.self), refusals: [404]
  ) { call in
    let (name, server) = try call.member()
    return try .json(ServerView(name, server))
  }

  static let deleteServer = ControlOperation(
    id: "deleteServer", method: .delete, path: "/servers/{name}",
    summary:
      "Removes a server with its world; with --servers auto the next use of its name makes a fresh one.",
    isOfFleet: true, answer: .view(ServerView.self), refusals: [404]
  ) { call in
    let (name, server) = try call.member()
    call.fleet.remove(name)
    return try .json(ServerView(name, server))
  }
}
