import NIOCore

// What is offered: where the exporter listens, and what it says meanwhile.
extension SettingsReader {
  mutating func servingSettings() -> ServingSettings {
    ServingSettings(
      port: wholeNumber(.port, in: 1...65535), bindIP: bindIP(), webConfigFile: given(.webConfigFile),
      connectionLimit: wholeNumber(.connectionLimit, in: 10...100_000))
  }

  mutating func logSettings() -> LogSettings {
    LogSettings(isDebug: flag(.debug, otherwise: false), format: logFormat())
  }

  private mutating func bindIP() -> String {
    // The one name that everybody gives to this machine; 0.7.1 takes it.
    let value = text(.bindIP) == "localhost" ? "127.0.0.1" : text(.bindIP)
    if (try? SocketAddress(ipAddress: value, port: 0)) == nil {
      refuse(.bindIP, "must be an IPv4 or IPv6 address, as in 0.0.0.0 or ::1")
    }
    return value
  }

  private mutating func logFormat() -> LogFormat {
    if let format = LogFormat(rawValue: text(.logFormat).lowercased()) { return format }
    refuse(.logFormat, "must be text or json")
    return .text
  }
}

// Numbers.
extension SettingsReader {
  mutating func wholeNumber(_ name: SettingName, in range: ClosedRange<Int>) -> Int {
    if let number = Int(wholeNumber: text(name)), range.contains(number) { return number }
    refuse(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return range.lowerBound
  }

  /// A number of seconds in the range, or 0, which switches something off.
  mutating func seconds(_ name: SettingName, orZero range: ClosedRange<Int>) -> Int {
    if let number = Int(wholeNumber: text(name)), number == 0 || range.contains(number) { return number }
    refuse(name, "must be 0 or a whole number of seconds from \(range.lowerBound) to \(range.upperBound)")
    return 0
  }
}
