public import ConformanceKit

/// A case to begin with: it runs as it is, and an exporter that is right passes it.
public struct CaseSkeleton: Sendable {
  private let slug: Slug

  /// Begins a case of this name.
  public init(_ slug: Slug) {
    self.slug = slug
  }

  /// The file `GROUP/NAME.yaml`, for a folder in which `case.schema.json` lies.
  public var yaml: String {
    """
    # yaml-language-server: $schema=../case.schema.json
    # \(slug). Every key, step and expectation stands in docs/cases.md; a mistake is named with its place and a fix.

    # required: the documented contract; recommended: right where 0.7.1 is wrong; informative: figures.
    level: required

    # The title of the case in reports: one sentence that says what an exporter must do.
    about: Two meetings and the people in them are counted.

    # The lines of the contract that the case rests on; `bbb-conformance list --by contract` shows them all.
    contract: [§2 bbb_meetings, §2 bbb_meetings_participants]

    # The exporter's environment where it differs from the usual; {server} and {secret} are filled in.
    # settings: { RECORDINGS_METRICS: "false" }

    # The day at the simulated server: the name of a shipped scenario, or one that stands right here.
    scenario:
      meetings:
        - { id: algebra, name: Algebra, at: 0m, lasts: 1h, people: [{ count: 3, microphone: 100% }] }
        - { id: biology, name: Biology, at: 5m, lasts: 1h, people: [{ count: 2, listening: 100% }] }

    # Instants of the day, in their order. The clock stands still at each and then jumps to the next.
    script:
      - at: 10m
        expect:
          - oracle                           # every family of the contract says what the world says
          - bbb_meetings: 2                  # and what a reader should see is written out
          - bbb_meetings_participants: 5

      # Faults are in force from their step on, until another step says `faults: []`.
      - at: 20m
        faults: [{ on: getRecordings, latency: 200ms }]
        expect:
          - status: 200
          - within: 5s
          - calls: { getMeetings: 1 }

      - at: 3h
        faults: []
        expect:
          - bbb_meetings: 0

    """
  }
}
