import Foundation
import TestSupport

/// The files beside the code that the tests read.
enum Fixtures {
  static let bad = GoldenFolder("scenarios/bad")
  static let good = GoldenFolder("scenarios/good")
  static let shipped = GoldenFolder(at: Package.root.appending(path: "scenarios"))
}
