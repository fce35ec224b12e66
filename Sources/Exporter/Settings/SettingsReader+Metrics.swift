// What is measured.
extension SettingsReader {
  mutating func metricsSettings() -> MetricsSettings {
    MetricsSettings(
      recordings: recordingsSource(),
      recordingsRefresh: .seconds(seconds(.recordingsRefresh, orZero: 1...86400)),
      readsVersion: flag(.versionFromDisk, otherwise: true), roomBuckets: roomBuckets(),
      meetingSeries: meetingSeries(),
      syntheticProbe: syntheticProbe(), scrapeTimeout: scrapeTimeout(), bbbDirectory: text(.bbbDirectory),
      bbbReleaseFile: text(.bbbReleaseFile))
  }

  private mutating func meetingSeries() -> MeetingSeriesSettings? {
    let isOn = flag(.meetingSeries)
    let settings = MeetingSeriesSettings(
      limit: wholeNumber(.meetingSeriesLimit, in: 1...10_000), showsNames: flag(.meetingSeriesNames))
    return isOn ? settings : nil
  }

  private mutating func syntheticProbe() -> Duration? {
    let interval = seconds(.syntheticProbe, orZero: 10...86400)
    return interval == 0 ? nil : .seconds(interval)
  }

  private mutating func scrapeTimeout() -> Duration {
    guard let seconds = Double(text(.scrapeTimeout)), (0.1...300).contains(seconds) else {
      refuse(.scrapeTimeout, "must be a number of seconds from 0.1 to 300")
      return .zero
    }
    return .seconds(seconds)
  }

  mutating func flag(_ name: SettingName) -> Bool {
    if let value = plainFlag(name) { return value }
    refuse(name, "must be true or false")
    return false
  }

  /// A flag that 0.7.1 has too. It takes every other spelling for one of the two without a word, and hosts may rely on
  /// it: so does this, with a word.
  mutating func flag(_ name: SettingName, otherwise value: Bool) -> Bool {
    if let value = plainFlag(name) { return value }
    let rule = "is taken as \(value), as 0.7.1 takes it; write true or false"
    warnings.append(SettingMistake(name, value: given(name), rule).description)
    return value
  }

  private func plainFlag(_ name: SettingName) -> Bool? {
    switch text(name).lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }

  mutating func recordingsSource() -> RecordingsSource {
    let isOn = flag(.recordingsMetrics, otherwise: true)
    let isOnDisk = flag(.recordingsFromDisk, otherwise: true)
    guard isOn else { return .none }
    guard isOnDisk else { return .api }
    checkDirectory()
    return .disk
  }

  /// A missing directory is a mistake of the deployment (a volume that was not mounted), not a server without recordings.
  private mutating func checkDirectory() {
    let directory = text(.bbbDirectory)
    do throws(FileTreeError) {
      _ = try files.names(in: directory)
    } catch {
      refuse(.recordingsFromDisk, "needs the directory \(directory) (BBB_DIRECTORY) to be readable: \(error)")
    }
  }

  mutating func roomBuckets() -> RoomBuckets {
    RoomBuckets(
      participants: buckets(.participantsBuckets), listeners: buckets(.listenersBuckets),
      voiceParticipants: buckets(.voiceParticipantsBuckets),
      videoParticipants: buckets(.videoParticipantsBuckets))
  }

  private mutating func buckets(_ name: SettingName) -> [Double] {
    do throws(BucketListError) {
      return try BucketList.bounds(in: text(name))
    } catch {
      refuse(name, error.description)
      return []
    }
  }
}
