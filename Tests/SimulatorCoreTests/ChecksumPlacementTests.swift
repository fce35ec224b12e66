import BBBAPI
import Scenarios
import SimulatorCore
import Testing

/// Where a checksum may stand, and what it covers (facts §1).
@Suite struct ChecksumPlacementTests {
  /// Where the checksum stands in a query.
  enum Place: CaseIterable {
    case first, middle, last

    func query(_ checksum: String) -> String {
      switch self {
      case .first: "checksum=\(checksum)&name=A+B&meetingID=x%31"
      case .middle: "name=A+B&checksum=\(checksum)&meetingID=x%31"
      case .last: "name=A+B&meetingID=x%31&checksum=\(checksum)"
      }
    }
  }

  private static func checksum(_ text: String, _ algorithm: ChecksumAlgorithm = .sha1) -> String {
    Checksum.hexDigest(call: "create", query: text, secret: Caller.secret, algorithm: algorithm)
  }

  @Test(arguments: ChecksumAlgorithm.allCases, Place.allCases)
  func `any hash at any place of the raw query`(algorithm: ChecksumAlgorithm, place: Place) {
    let checksum = Self.checksum("name=A+B&meetingID=x%31", algorithm)
    for method in ["GET", "POST", "HEAD"] {
      let reply = Caller(.quiet).raw("create", place.query(checksum), method: method)
      #expect(reply.element("meetingID") == "x1", "\(method)")
    }
  }

  @Test(arguments: ChecksumAlgorithm.allCases, Place.allCases)
  func `capitals in a checksum make no difference, another digit does`(
    algorithm: ChecksumAlgorithm, place: Place
  ) {
    let checksum = Self.checksum("name=A+B&meetingID=x%31", algorithm)
    let wrong = (checksum.hasPrefix("0") ? "1" : "0") + checksum.dropFirst()
    #expect(Caller(.quiet).raw("create", place.query(checksum.uppercased())).element("meetingID") == "x1")
    #expect(Caller(.quiet).raw("create", place.query(wrong)).gist == "checksumError")
  }

  @Test(arguments: ["name=A%20B&meetingID=x1", "name=A+B&meetingID=x1", "meetingID=x%31&name=A+B"])
  func `a checksum of the same parameters in other words is wrong`(other: String) {
    let query = "name=A+B&meetingID=x%31&checksum=\(Self.checksum(other))"
    #expect(Caller(.quiet).raw("create", query).gist == "checksumError")
  }

  @Test(arguments: ["", "meetingID=x1&name=A+B", "name=A%20B&meetingID=x1"])
  func `a form is signed by nothing, by its sorted fields, or as it stands`(covered: String) {
    var request = APIRequest(method: "POST", path: "create", serverURL: Caller.serverURL)
    request.contentType = "application/x-www-form-urlencoded; charset=UTF-8"
    request.body = Array("name=A%20B&meetingID=x1&checksum=\(Self.checksum(covered))".utf8)
    #expect(Caller(.quiet).send(request).element("meetingID") == "x1")
  }

  @Test func `a checksum in the query does not cover the form`() {
    var request = APIRequest(method: "POST", path: "create", serverURL: Caller.serverURL)
    request.query = RawQuery("meetingID=x1&checksum=\(Self.checksum("meetingID=x1"))")
    request.contentType = "application/x-www-form-urlencoded"
    request.body = Array("name=From+the+form&meetingID=ignored".utf8)
    let caller = Caller(.quiet)
    #expect(caller.send(request).element("meetingID") == "x1")
    #expect(caller.call(.getMeetingInfo, ["meetingID": "x1"]).element("meetingName") == "From the form")
  }

  @Test func `an XML body is no parameter and no part of the checksum`() {
    var request = APIRequest.signed(.create, ["name": "Demo", "meetingID": "x1"])
    (request.method, request.contentType) = ("POST", "application/xml")
    request.body = Array("<modules><module name=\"presentation\"/></modules>".utf8)
    #expect(Caller(.quiet).send(request).element("returncode") == "SUCCESS")
  }

  @Test func `without a secret every call is accepted`() {
    let caller = Caller(.quiet, secret: SharedSecret(""))
    #expect(caller.raw("getMeetings", "").gist == "noMeetings")
    #expect(caller.raw("getMeetings", "checksum=nonsense").gist == "noMeetings")
  }

  @Test func `a second checksum of any name is refused`() {
    let signed = SignedQuery.signed(call: "getMeetings", secret: Caller.secret)
    for query in ["\(signed)&\(signed)", "\(signed)&%20checksum=1", "checksum=&\(signed)"] {
      #expect(Caller(.quiet).raw("getMeetings", query).element("message") == "Checksums do not match")
    }
  }
}
