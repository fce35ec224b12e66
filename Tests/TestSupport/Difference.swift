/// Where two texts part, for the reader of a failed test.
struct Difference: CustomStringConvertible {
  let description: String

  init(from expected: [UInt8], to actual: [UInt8]) {
    let before = expected.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let now = actual.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let same = zip(before, now).prefix { $0 == $1 }.count
    let old = same < before.count ? Self.quoted(before[same]) : "the end"
    let new = same < now.count ? Self.quoted(now[same]) : "the end"
    description = "line \(same + 1) was \(old) and is now \(new)"
  }

  private static func quoted(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.prefix(400), as: UTF8.self).debugDescription
  }
}
