public import BBBAPI
import BBBClient
import FoundationEssentials

/// The version that a server looks like, and by what.
public struct ProfileSighting: Sendable, Equatable {
  /// The version.
  public let profile: Profile
  /// What told, in a few words.
  public let reason: String

  init(_ profile: Profile, _ reason: String) {
    self.profile = profile
    self.reason = reason
  }
}

extension APITarget {
  /// Finds out which version the server looks like; 3.0 where nothing tells. Asks questions that change nothing.
  ///
  /// Servers that are not BBB itself may be a mixture: then it is what they most look like, and one may name another.
  public func sightedProfile() async -> ProfileSighting {
    do throws(CallFailure) {
      let page = try await look(at: Question(.index), nil)
      if let told = Self.told(by: page) { return told }
      return try await sightedByConduct()
    } catch {
      return ProfileSighting(.v3_0, "the server does not answer, so the newest is taken")
    }
  }

  private static func told(by page: Answer) -> ProfileSighting? {
    guard let response = page.response else { return nil }
    if response["graphqlWebsocketUrl"] != nil {
      return ProfileSighting(.v3_0, "the version page names graphqlWebsocketUrl")
    }
    let version = response.text(of: "bbbVersion")?.firstMatch(of: /\d+\.\d+/).map { String($0.output) }
    return version.flatMap(Profile.named).map {
      ProfileSighting($0, "the version page says so in bbbVersion")
    }
  }

  /// From the newest thing to the oldest that 2.4 to 2.7 differ by (facts §14).
  private func sightedByConduct() async throws(CallFailure) -> ProfileSighting {
    let probe = Question(.isMeetingRunning, ["meetingID": "conformance-probe"])
    if try await look(at: probe, Signature(algorithm: .sha512)).hasFailed {
      return ProfileSighting(.v2_4, "it refuses checksums by SHA-512")
    }
    let recordings = try await look(
      at: Question(.getRecordings, ["recordID": "conformance-none", "limit": "1"]), Signature())
    guard recordings.response?["totalElements"] != nil else {
      return ProfileSighting(.v2_5, "getRecordings tells no totalElements")
    }
    let body = try await look(at: probe.posting("probe=1", as: "text/plain"), Signature())
    return body.messageKey == APIFailure.unsupportedContentType.messageKey
      ? ProfileSighting(.v2_7, "it looks at the media type of a body, and knows nothing of 3.0")
      : ProfileSighting(.v2_6, "getRecordings tells totalElements, and no media type is looked at")
  }
}
