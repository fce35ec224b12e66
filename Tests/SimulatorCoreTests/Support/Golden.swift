import TestSupport

/// Recorded answers of the API: status, headers and body.
let golden = GoldenFolder("api/3.0")
