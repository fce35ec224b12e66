import BBBAPI
import ConformanceKit

extension Rule {
  /// The version page, by which clients find out whether they have the right address.
  static let index: [Rule] = [
    Rule(
      "index/answers-unsigned", .required, "The version page answers SUCCESS without a checksum.",
      .facts("§1.5", "calls without checksum: index")
    ) { hearing in
      _ = try await hearing.success(hearing.ask(Question(.index), signature: nil))
    },

    Rule(
      "index/version-2-0", .required, "The version page names version 2.0 of the API.",
      .facts("§2.1", "version = apiVersion = 2.0 for every 2.x and 3.x release")
    ) { hearing in
      let answer = try await hearing.ask(Question(.index), signature: nil)
      let page = try hearing.success(answer)
      hearing.expect("the version is another one", page.text(of: "version"), is: "2.0", in: answer)
      guard let apiVersion = page.text(of: "apiVersion") else { return }
      hearing.expect("apiVersion is another one", apiVersion, is: "2.0", in: answer)
    },
  ]
}
