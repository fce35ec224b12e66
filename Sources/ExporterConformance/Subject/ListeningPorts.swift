import Foundation

/// The TCP ports on which processes listen, as the kernel tells them.
///
/// - Source: Linux, Documentation/networking/proc_net_tcp.rst: the state of a socket that listens is `0A`.
enum ListeningPorts {
  /// The ports of these processes, ascending; none where /proc does not tell.
  static func of(_ processes: [Int32]) -> [Int] {
    let sockets = Set(processes.flatMap(sockets))
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap(lines)
    return Set(tables.compactMap { port(in: $0, of: sockets) }).sorted()
  }

  /// The numbers of the sockets that a process holds.
  private static func sockets(of process: Int32) -> [String] {
    let folder = "/proc/\(process)/fd"
    // Whose descriptors may not be seen has none to tell of.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
      guard let target, target.hasPrefix("socket:["), target.hasSuffix("]") else { return nil }
      return String(target.dropFirst(8).dropLast())
    }
  }

  private static func lines(of table: String) -> [Substring] {
    // Of a file without a size FileManager reads one page; without /proc nobody listens.
    let bytes = try? FileHandle(forReadingAtPath: table)?.readToEnd()
    return String(decoding: bytes ?? Data(), as: UTF8.self).split(separator: "\n").dropFirst() + []
  }

  private static func port(in line: Substring, of sockets: Set<String>) -> Int? {
    let columns = line.split(separator: " ")
    guard columns.count > 9, columns[3] == "0A", sockets.contains(String(columns[9])) else { return nil }
    return columns[1].split(separator: ":").last.flatMap { Int($0, radix: 16) }
  }
}
