import TestSupport

/// Reports, tables and help as they must be written.
let golden = GoldenFolder("load")
