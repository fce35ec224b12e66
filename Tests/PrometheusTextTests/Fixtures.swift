import TestSupport

/// Pages that the writers must write and the parsers must read.
let fixtures = GoldenFolder("prometheus-text")
