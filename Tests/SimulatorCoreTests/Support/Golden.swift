import TestSupport

/// Recorded answers of the API, a folder a version: status, headers and body.
let golden = GoldenFolder("api")
