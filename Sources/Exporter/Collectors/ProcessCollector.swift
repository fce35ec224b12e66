import PrometheusText

/// The exporter as a build and as a process, named as other exporters name it.
struct ProcessCollector {
  func families(of process: OwnProcess) -> [MetricFamily] {
    let reading = process.reading
    let info = Metric.buildInfo.gauge([(BuildFacts.labels, 1)])
    let told = [
      reading.cpuSeconds.map { Metric.processCPU.counter($0) },
      gauge(.processResidentMemory, reading.residentBytes),
      gauge(.processVirtualMemory, reading.virtualBytes),
      gauge(.processOpenDescriptors, reading.openDescriptors),
      gauge(.processDescriptorLimit, reading.descriptorLimit),
    ]
    return [info] + told.compactMap { $0 } + [Metric.processStartTime.gauge(process.started)]
  }

  private func gauge(_ metric: Metric, _ value: Double?) -> MetricFamily? {
    value.map { metric.gauge($0) }
  }
}

/// What is known of the program when it is compiled.
enum BuildFacts {
  /// The values of the labels `version`, `swift_version` and `arch`.
  static let labels = [ExporterIdentity.version, swiftVersion, architecture]

  private static var swiftVersion: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }
}
