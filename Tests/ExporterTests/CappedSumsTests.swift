import BBBAPI
import BBBReading
import TestSupport
import Testing

@testable import Exporter

@Suite struct CappedSumsTests {
  private func sums(_ names: some Sequence<String>, limit: Int) -> [String: Double] {
    var sums = CappedSums<LabelText>(limit: limit, pinned: [LabelText("zz")])
    for name in names { sums.add(1, to: LabelText(name)) }
    return Dictionary(
      uniqueKeysWithValues: sums.entries(rest: LabelText("(other)")).map { ($0.key.text, $0.sum) })
  }

  @Test func `up to the limit every key has its sum, and there is no rest`() {
    #expect(sums(["b", "a", "a"], limit: 2) == ["a": 2, "b": 1, "zz": 0])
  }

  @Test func `beyond the limit the smallest keys stay and the rest is one sum`() {
    #expect(sums(["d", "c", "b", "a", "d", "zz"], limit: 2) == ["a": 1, "b": 1, "(other)": 3, "zz": 1])
  }

  @Test func `a key that is called as the rest is added to it`() {
    #expect(sums(["(other)", "x", "y", "z"], limit: 2) == ["(other)": 3, "x": 1, "zz": 0])
  }

  @Test(arguments: 1...20)
  func `the order of additions changes nothing`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = (0..<500).map { _ in "k\(Int.random(in: 0..<90, using: &random))" }
    let limit = Int.random(in: 1...50, using: &random)
    #expect(sums(names, limit: limit) == sums(names.shuffled(using: &random), limit: limit))
    #expect(sums(names, limit: limit).values.reduce(0, +) == 500)
  }

  @Test func `a hundred thousand origins leave a thousand series and one for the rest, counted once`() {
    let meetings = (0..<100_000).map { number in
      meeting {
        $0.participantCount = 1; $0.origin = "o\(100_000 + number)"
      }
    }
    for order in [meetings, meetings.reversed()] {
      let tally = tally(order)
      #expect(tally.shownOrigins.count == Origin.limit + 1)
      #expect(tally.shownOrigins["(other) (other)"] == 99_000)
      #expect(tally.shownOrigins[" o100999"] == 1 && tally.shownOrigins[" o101000"] == nil)
      #expect(tally.anomalies.entries == [AnomalyCount(.tooManyOrigins, in: .origin)])
    }
  }

  @Test func `the usual clients stay whatever else is claimed, and people with the rest are counted`() {
    let tally = tally(
      (0..<200).map { number in
        meeting {
          $0.attendeesByClient = [
            ClientCount(ClientType(rawValue: "a\(1000 + number)"), count: 1), ClientCount(.html5, count: 2),
          ]
        }
      })
    #expect(tally.shownClients["html5"] == 400 && tally.shownClients["dial-in"] == 0)
    #expect(tally.shownClients["(other)"] == 150 && tally.shownClients.count == 53)
    #expect(tally.anomalies.total(of: .tooManyClientTypes) == 1)
  }

  @Test func `a label of more than 256 bytes is none`() {
    let long = String(repeating: "x", count: 257)
    let tally = tally([
      meeting {
        $0.participantCount = 3; $0.origin = long
        $0.attendeesByClient = [ClientCount(ClientType(rawValue: long), count: 3)]
      },
      meeting {
        $0.participantCount = 2; $0.originServerName = String(long.dropLast())
      },
    ])
    #expect(tally.shownOrigins == ["(other) (other)": 3, "\(long.dropLast()) ": 2])
    #expect(tally.shownClients["(other)"] == 3)
  }

  @Test func `two spellings of one character are two origins, as they are to Prometheus`() {
    let tally = tally(
      ["CAF\u{C9}", "cafe\u{301}", "caf\u{E9}"].map { name in
        meeting {
          $0.participantCount = 1; $0.origin = name
        }
      })
    let origins = tally.origins.entries(rest: .others).map { (Array($0.key.name.text.utf8), $0.sum) }
    #expect(origins.map(\.0) == [Array("cafe\u{301}".utf8), Array("caf\u{E9}".utf8)])
    #expect(origins.map(\.1) == [1, 2])
  }
}
