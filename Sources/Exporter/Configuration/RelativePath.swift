/// A path as a file says it, which is relative to that file, wherever the exporter was started.
enum RelativePath {
  /// The path as the system wants it.
  static func resolved(_ path: String, in file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}
