import FoundationEssentials

/// What an exporter takes of its machine, all its processes together.
struct ProcessUsage: Sendable, Equatable {
  /// Resident memory, in bytes.
  var memory = 0
  /// The most that it has ever been, in bytes.
  var peakMemory = 0
  /// Open files, sockets and pipes.
  var descriptors = 0
}

extension MarkedProcesses {
  /// What they take now; nil when there are none, or no `/proc` to ask.
  var usage: ProcessUsage? {
    let usages = all.compactMap(usage)
    return usages.isEmpty ? nil : usages.reduce(into: ProcessUsage(), +=)
  }

  /// Of a process that ends at this moment there is nothing to tell.
  private func usage(of process: Int32) -> ProcessUsage? {
    guard let status = FileManager.default.contents(atPath: "/proc/\(process)/status"),
      let descriptors = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd")
    else { return nil }
    let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
    return ProcessUsage(
      memory: Self.bytes("VmRSS:", in: lines), peakMemory: Self.bytes("VmHWM:", in: lines),
      descriptors: descriptors.count)
  }

  /// - Source: proc(5): `VmRSS:     14340 kB`.
  private static func bytes(_ name: String, in lines: [Substring]) -> Int {
    let words = lines.first { $0.hasPrefix(name) }?.split { $0 == " " || $0 == "\t" }
    return (words?.dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }
}

extension ProcessUsage {
  fileprivate static func += (sum: inout ProcessUsage, usage: ProcessUsage) {
    sum.memory += usage.memory
    sum.peakMemory += usage.peakMemory
    sum.descriptors += usage.descriptors
  }
}
