import Foundation
import TestSupport

/// The files beside the code that the tests read.
enum Fixtures {
  static let golden = GoldenFolder("exporter-conformance")
  static let bad = GoldenFolder("exporter-conformance/bad")
  static let shippedCases = Package.root.appending(path: "scenarios/conformance").path

  /// The command that runs a script of the fixtures.
  static func python(_ script: String) -> String { "python3 '\(golden.url.appending(path: script).path)'" }
}
