import ArgumentParser
import SimulatorServer

/// Where the simulator listens.
struct ListenOptions: ParsableArguments {
  @Option(help: "The host name or IP address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 picks a free one.")
  var port: UInt16 = 8090

  var address: ListeningServer.Address { .init(host: host, port: Int(port)) }
}
