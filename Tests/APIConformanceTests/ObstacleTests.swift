import BBBAPI
import BBBClient
import ConformanceKit
import Testing

@testable import APIConformance

@Suite struct ObstacleTests {
  private func target(_ exchange: any HTTPExchange) throws -> APITarget {
    APITarget(
      base: try APIBase(parsing: "http://127.0.0.1:1/bigbluebutton"), secret: Courtroom.secret, seed: 1,
      patience: Patience(answer: .zero, clock: ContinuousClock()), exchange: exchange)
  }

  @Test(arguments: [
    (CallFailure.unknownHost, Obstacle.Place.dns, "correct the host"), (.refused, .tcp, "start the server"),
    (.tls(reason: "CERTIFICATE_VERIFY_FAILED"), .tls, "--ca"), (.tls(reason: "X"), .tls, "date of the"),
    (.tls(reason: "WRONG_VERSION_NUMBER"), .tls, "http://"),
    (.late, .http, "--timeout"), (.connection(reason: "closed by the server"), .tcp, "https://"),
  ])
  func `what keeps a request from its answer is named`(
    _ failure: CallFailure, _ place: Obstacle.Place, _ fix: String
  ) async throws {
    let obstacle = try Obstacle(failure, on: target(RefusingExchange()).base)
    #expect(obstacle.place == place)
    #expect(obstacle.fix.contains(fix))
  }

  @Test func `nobody and somebody silent are obstacles`() async throws {
    #expect(try await target(RefusingExchange()).obstacle()?.place == .tcp)
    #expect(try await target(SilentExchange()).obstacle()?.what == "no whole answer in time")
  }

  @Test(arguments: [
    (WireAnswer(status: 404, text: ""), "status 404: there is no API at /bigbluebutton/api/"),
    (.redirect(to: "/login"), "status 302, a redirect, which is not followed"),
    (WireAnswer(status: 502, text: ""), "status 502: what is behind the web server does not answer"),
    (WireAnswer(status: 401, text: ""), "status 401: something in front of the API lets nobody in"),
    (WireAnswer(contentType: "text/html", text: "<html/>"), "a web page instead of XML"),
    (WireAnswer(text: "{}"), "no answer of BigBlueButton: status 200"),
    (.failed("apiNotEnabled"), "the server says apiNotEnabled"),
  ])
  func `what stands where an API should be is named`(_ answer: WireAnswer, _ what: String) async throws {
    let mutant = Mutant.idle("is something else", "index/answers-unsigned") { _ in answer }
    let found = try await Courtroom.open(mutant: mutant) { await $0.obstacle() }
    #expect(found?.what.hasPrefix(what) ?? false, "\(String(describing: found))")
  }

  @Test func `a secret that nobody takes is an obstacle, and one hash that is taken none`() async throws {
    let strict = Mutant.idle("takes nobody", "signing/sha1-and-sha256") { request in
      request.call == "" ? nil : .failed("checksumError")
    }
    #expect(try await Courtroom.open(mutant: strict) { await $0.obstacle()?.place } == .secret)
    let old = Mutant.idle("takes SHA-1", "signing/sha1-and-sha256") { request in
      request.call == "" || request["checksum"]?.count == 40 ? nil : .failed("checksumError")
    }
    #expect(try await Courtroom.open(mutant: old) { await $0.obstacle() } == nil)
  }

  @Test func `a server with either the version page or the calls can be judged`() async throws {
    for isPageless in [true, false] {
      let half = Mutant.idle("has half an API", "index/answers-unsigned") { request in
        (request.call == "") == isPageless ? WireAnswer(status: 404, text: "") : nil
      }
      #expect(try await Courtroom.open(mutant: half) { await $0.obstacle() } == nil)
    }
  }

  @Test(arguments: Profile.all.map(\.name))
  func `the version is found from what the server does`(_ name: String) async throws {
    let profile = try #require(Profile.named(name))
    let sighting = try await Courtroom.open(profile: profile) { await $0.sightedProfile() }
    #expect(sighting.profile.name == name, "\(sighting.reason)")
  }

  @Test(arguments: [("2.6.10", "2.6"), ("BigBlueButton 2.5-rc.1", "2.5"), ("99.9", "2.7")])
  func `the version is believed where the version page reveals it`(_ text: String, _ name: String)
    async throws
  {
    let open = Mutant.writing("<bbbVersion>\(text)</", for: "<bbbVersion></", in: "", "index/version-2-0")
    let sighting = try await Courtroom.open(profile: .v2_7, mutant: open) { await $0.sightedProfile() }
    #expect(sighting.profile.name == name)
  }
}
