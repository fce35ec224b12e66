import TestSupport

/// Pages, helps and canned answers.
let golden = GoldenFolder("exporter")
