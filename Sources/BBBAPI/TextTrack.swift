/// Subtitles or captions of a recording.
///
/// - Source: facts §2.14, §2.15.
public struct TextTrack: Sendable, Equatable, Codable {
  /// `subtitles` or `captions`.
  public var kind: String
  /// The language tag, such as `en-US`.
  public var language: String
  /// What a player shows, such as `English`.
  public var label: String
  /// `live`, `automatic` or `upload`.
  public var source: String
  /// The WebVTT file.
  public var content: String

  /// Describes a track; by default one that somebody uploaded.
  public init(kind: String, language: String, label: String, source: String = "upload", content: String) {
    self.kind = kind
    self.language = language
    self.label = label
    self.source = source
    self.content = content
  }

  /// The last part of its address: `captions_en-US.vtt`.
  public var fileName: String { "\(kind)_\(language).vtt" }
}

/// Leave to read one text track once.
public struct TextTrackGrant: Sendable, Equatable, Codable {
  /// The recording that the track belongs to.
  public var recordID: String
  /// The track's file, see ``TextTrack/fileName``.
  public var fileName: String
  /// What the address carries as proof.
  public var token: String

  /// Grants a track to whoever knows the token.
  public init(recordID: String, fileName: String, token: String) {
    self.recordID = recordID
    self.fileName = fileName
    self.token = token
  }
}
