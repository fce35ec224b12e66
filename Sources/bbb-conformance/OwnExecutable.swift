import FoundationEssentials

/// Where this command lies.
enum OwnExecutable {
  /// A file beside the running executable, wherever it was called from.
  static func sibling(_ name: String) -> String {
    // Linux knows the file itself; elsewhere the name by which it was called must do.
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = link ?? CommandLine.arguments.first ?? "."
    guard let slash = path.lastIndex(of: "/") else { return name }
    return String(path[...slash]) + name
  }
}
