// What is measured.
extension SettingsReader {
  mutating func metricsSettings() -> MetricsSettings {
    MetricsSettings(
      recordings: recordingsSource(),
      recordingsRefresh: .seconds(seconds(.recordingsRefresh, orZero: 1...86400)),
      readsVersion: flag(.versionFromDisk), roomBuckets: roomBuckets(), meetingSeries: meetingSeries(),
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
    switch text(name).lowercased() {
    case "true": return true
    case "false": return false
    default:
      refuse(name, "must be true or false")
      return false
    }
  }

  mutating func recordingsSource() -> RecordingsSource {
    let isOn = flag(.recordingsMetrics)
    let isOnDisk = flag(.recordingsFromDisk)
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
