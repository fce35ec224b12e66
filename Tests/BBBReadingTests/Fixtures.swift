import TestSupport

/// Answers of servers, and what reading them must give.
let fixtures = GoldenFolder("reading")
