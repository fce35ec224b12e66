import PrometheusText

// Named as the client libraries of Prometheus name them.
extension Metric {
  static let processCPU = ofProcess(
    "cpu_seconds", "Processor time of the exporter, user and system, in seconds.", unit: .seconds,
    type: .counter)
  static let processResidentMemory = ofProcess(
    "resident_memory_bytes", "Memory of the exporter that is resident, in bytes.", unit: .bytes)
  static let processVirtualMemory = ofProcess(
    "virtual_memory_bytes", "Address space of the exporter, in bytes.", unit: .bytes)
  static let processOpenDescriptors = ofProcess(
    "open_fds", "Files and connections that the exporter has open.", unit: .descriptors)
  static let processDescriptorLimit = ofProcess(
    "max_fds", "Files and connections that the exporter may have open.", unit: .descriptors)
  static let processStartTime = ofProcess(
    "start_time_seconds", "When the exporter started, in seconds since 1970.", unit: .seconds)
  static let buildInfo = Metric(
    "bbb_exporter_build_info", .gauge, labels: ["version", "swift_version", "arch"],
    "What the exporter was built of; always 1.", unit: .one, source: "the exporter itself", needs: .nothing,
    isOwn: true)

  private static func ofProcess(
    _ what: String, _ help: String, unit: MetricUnit, type: MetricType = .gauge
  ) -> Metric {
    Metric(
      "process_\(what)", type, help, unit: unit, source: "/proc of the exporter", needs: .nothing, isOwn: true
    )
  }
}
