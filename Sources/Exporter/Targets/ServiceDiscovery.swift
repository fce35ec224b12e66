import FoundationEssentials

/// The targets as Prometheus' `http_sd_configs` wants them.
///
/// Each has the labels that make Prometheus ask `/probe?target=NAME` of this very exporter, so that nothing needs to be
/// relabelled: the address is the one at which Prometheus reached it.
/// - Source: https://prometheus.io/docs/prometheus/latest/http_sd/
struct ServiceDiscovery: Encodable {
  /// A list of addresses that share labels.
  struct Group: Encodable {
    let targets: [String]
    let labels: [String: String]
  }

  private let groups: [Group]

  /// - Parameters:
  ///   - targets: what to discover.
  ///   - address: the exporter as its client calls it, `HOST:PORT`.
  init(_ targets: [Target], at address: String) {
    groups = targets.map { target in
      // What the operator wrote comes last: an `instance` of his own is meant.
      let labels = ["__metrics_path__": "/probe", "__param_target": target.name, "instance": target.name]
      return Group(targets: [address], labels: labels.merging(target.labels) { $1 })
    }
  }

  /// The list itself, without a name around it.
  func encode(to encoder: any Encoder) throws { try groups.encode(to: encoder) }

  /// The list in JSON, in the order of the targets.
  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}
