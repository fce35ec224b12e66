import ExitCodes
import HTTPTypes
import Hummingbird
import NIOCore
import PrometheusText

/// The simulator's `/metrics` of itself.
///
/// Open to everybody who reaches the port, unlike the control API: it changes nothing and holds numbers, names of calls,
/// message keys, and what the operator named (servers, scenario); no name of a meeting or a person, no secret.
struct SelfMetrics {
  let fleet: ServerFleet

  /// The page, in the format that the caller asks for.
  func response(accept: String?) -> Response {
    let format = ExpositionFormat.negotiated(accept: accept)
    return Response(
      status: .ok, headers: [.contentType: format.contentType],
      body: .init(byteBuffer: ByteBuffer(bytes: ExpositionWriter.bytes(of: families, as: format))))
  }

  private var families: [MetricFamily] {
    let servers =
      [ServerReading("/", fleet.root)] + fleet.members.map { ServerReading("/" + $0.name.text, $0.server) }
    return [
      .info("bbb_sim_build", help: "The version of bbb-sim.", labels: [Label("version", ToolVersion.current)])
    ]
      + ServerReading.families(of: servers) + serving + ProcessReading().families
  }

  private var serving: [MetricFamily] {
    let reading = fleet.meter.reading
    return [
      .histogram(
        "bbb_sim_request_duration_seconds",
        help:
          "Real time from the end of an API request to the beginning of its answer, the wait of a fault included.",
        series: [([], reading.latency)]),
      .gauge("bbb_sim_connections", help: "Open connections.", value: Double(reading.connections)),
      .counter(
        "bbb_sim_connections_opened", help: "Connections since the start.",
        value: Double(reading.connectionsEver)),
    ]
  }
}
