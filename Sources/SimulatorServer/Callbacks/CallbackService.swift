import AsyncHTTPClient
import BBBAPI
import Determinism
import SimulatorCore
import TimelineEngine

/// Sends the callbacks of a fleet's servers until its task is cancelled.
struct CallbackService: Sendable {
  let fleet: ServerFleet
  let policy: CallbackPolicy
  let domain: String

  /// How often the fleet is looked through for new servers, in real time.
  private static let patience = Duration.milliseconds(200)

  func run() async {
    let client = CallbackSender.makeClient()
    let sender = CallbackSender(client: client, policy: policy)
    await withDiscardingTaskGroup { group in
      group.addTask { await drive(fleet.root, sender) }
      var known: Set<ServerName> = []
      repeat {
        for (name, server) in fleet.members where known.insert(name).inserted {
          group.addTask { await drive(server, sender) }
        }
        // Sleeping throws only when the service ends.
      } while (try? await Task.sleep(for: Self.patience)) != nil
      group.cancelAll()
    }
    // Nobody is left who could mind an error.
    try? await client.shutdown()
  }

  private func drive(_ server: SimulatedServer, _ sender: CallbackSender) async {
    let listener = server.callbacks.begin(policy, at: server.simulator)
    defer { server.callbacks.end(at: server.simulator) }
    let writer = await CallbackWriter(secret: server.secret, domain: domain)
    await withDiscardingTaskGroup { group in
      for await instant in server.moments() {
        let happened = server.simulator.takeHappenings(for: listener, at: instant)
        await enqueue(happened, of: server, writer)
        while server.callbacks.claimWorker(at: server.clock.now) {
          group.addTask { await work(on: server, sender) }
        }
      }
      group.cancelAll()
    }
  }

  private func enqueue(_ happened: [Happened], of server: SimulatedServer, _ writer: CallbackWriter) async {
    guard !happened.isEmpty else { return }
    let hooks = server.simulator.webhooks
    for happened in happened {
      // Signing fails only for want of a key, and the writer has its keys.
      let callbacks = (try? await writer.callbacks(of: happened, hooks: hooks)) ?? []
      for callback in callbacks { server.callbacks.enqueue(callback, at: happened.instant) }
    }
  }

  private func work(on server: SimulatedServer, _ sender: CallbackSender) async {
    while let attempt = server.callbacks.take(at: server.clock.now) {
      let outcome = await sender.send(attempt.callback)
      if let hookID = server.callbacks.finish(attempt, outcome, at: server.clock.now) {
        server.simulator.giveUp(hookID: hookID, at: server.clock.now)
      }
    }
  }
}
