import TestSupport

/// What the command prints.
let golden = GoldenFolder("bbb-sim")
