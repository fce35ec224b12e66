import BBBAPI
import BBBWire
import TestSupport
import Testing

@Suite struct WellFormednessLawTests {
  /// 2,000 people and 500 recordings with random names; the seed stands in the failure.
  @Test(arguments: [UInt64(1), 2, 3])
  func `no name makes a document malformed`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var meeting = Samples.empty
    meeting.attendees = (0..<2000).map { _ in
      Attendee(
        userID: Self.text(using: &random), fullName: Self.text(using: &random),
        customData: [Metadatum(Self.text(using: &random), Self.text(using: &random))])
    }
    #expect(try XMLLint.complaints(about: Response.getMeetings([meeting])) == "", "seed \(seed)")
    let recordings = meeting.attendees.prefix(500).map {
      Recording(
        recordID: $0.userID, meetingID: $0.fullName, name: $0.userID, state: .published, startTime: 0,
        endTime: 0,
        participants: 0, rawSize: 0)
    }
    for totalElements in [nil, 500] {
      let document = Response.recordings(recordings, totalElements: totalElements)
      #expect(try XMLLint.complaints(about: document) == "", "seed \(seed)")
    }
  }

  private static func text(using random: inout SeededGenerator) -> String {
    let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
      switch UInt8.random(in: 0...3, using: &random) {
      case 0: Unicode.Scalar(UInt32.random(in: 0...0x7F, using: &random))
      case 1: Unicode.Scalar(UInt32.random(in: 0x80...0xFFFF, using: &random))
      case 2: Unicode.Scalar(UInt32.random(in: 0xFFF0...0x1_0100, using: &random))
      default: "&<>\"']- \n".unicodeScalars.randomElement(using: &random)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
