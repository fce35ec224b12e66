import TestSupport

/// The tables of the shipped scenarios.
let golden = GoldenFolder("timeline")
