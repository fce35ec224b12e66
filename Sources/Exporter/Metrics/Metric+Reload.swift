import PrometheusText

// Named as Prometheus names those of its own configuration.
extension Metric {
  static let configReloadSuccessful = Metric(
    "bbb_exporter_config_last_reload_successful", .gauge,
    "1 if the configuration was read without a mistake the last time, 0 if an older one is in force.",
    unit: .flag, source: "the exporter itself", needs: .nothing, isOwn: true)
  static let configReloadTime = Metric(
    "bbb_exporter_config_last_reload_success_timestamp_seconds", .gauge,
    "When the configuration in force was read, in seconds since 1970.",
    unit: .seconds, source: "the exporter itself", needs: .nothing, isOwn: true)
}
