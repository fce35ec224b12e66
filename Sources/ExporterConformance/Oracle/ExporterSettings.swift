/// What an exporter's environment says about the metrics that it must show.
struct ExporterSettings: Sendable, Equatable {
  /// Where recordings are counted.
  enum Recordings: Sendable, Equatable {
    case off
    case fromAPI
    case fromDisk
  }

  var recordings = Recordings.fromAPI
  var readsVersion = false
  /// Upper bounds of the four gauge histograms, without `+Inf`, by the name of the family.
  private var bounds: [String: [Double]] = [:]

  /// - Source: facts §1.
  init(_ settings: [Setting]) {
    for setting in settings {
      switch (setting.name, setting.value) {
      case ("RECORDINGS_METRICS", "false"): recordings = .off
      case ("RECORDINGS_METRICS_READ_FROM_DISK", "true") where recordings == .fromAPI: recordings = .fromDisk
      case ("BBB_VERSION_READ_FROM_DISK", "true"): readsVersion = true
      case (let name, let list?): adopt(list, as: name)
      default: break
      }
    }
  }

  private mutating func adopt(_ list: String, as name: String) {
    guard let room = RoomCount.allCases.first(where: { $0.setting == name }), !list.isEmpty else { return }
    // A case whose buckets are refused asks for nothing; of odd entries the oracle expects what is left in
    // order.
    let numbers = list.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) }
    bounds[room.family] = Set(numbers).sorted()
  }

  func bounds(of room: RoomCount) -> [Double] { bounds[room.family] ?? room.defaultBounds }
}
