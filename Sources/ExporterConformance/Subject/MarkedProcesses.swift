import FoundationEssentials
import Glibc

/// The processes that were started with a variable of this value: an exporter, and whatever it has started, even in a
/// session of its own.
struct MarkedProcesses: Sendable {
  private let entry: [UInt8]

  /// A mark that nobody else has.
  init(_ name: String, _ value: String) {
    entry = Array("\(name)=\(value)".utf8)
  }

  /// Their numbers.
  var all: [Int32] {
    // Without /proc there is nobody to be found.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter(isMarked)
  }

  private func isMarked(_ process: Int32) -> Bool {
    guard let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") else {
      return false
    }
    return environment.split(separator: 0).contains { $0.elementsEqual(entry) }
  }

  /// Ends all of them, and those that they start meanwhile; gives up on who starts others faster than that.
  func kill() {
    for _ in 0..<10 {
      let left = all
      guard !left.isEmpty else { return }
      for process in left { _ = Glibc.kill(process, SIGKILL) }
    }
  }
}
