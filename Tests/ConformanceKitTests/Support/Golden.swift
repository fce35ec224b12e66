import TestSupport

/// Reports as they must be written.
let golden = GoldenFolder("conformance-kit")
