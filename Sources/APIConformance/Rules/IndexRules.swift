import BBBAPI
import ConformanceKit
import FoundationEssentials

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

    Rule(
      "index/checksum-ignored", .required,
      "The version page answers SUCCESS whatever checksum comes with the request.",
      .facts("§1.5", "a checksum parameter is ignored; Scalelite calls it with one")
    ) { hearing in
      for isForged in [false, true] {
        let answer = try await hearing.ask(Question(.index), signature: Signature(isForged: isForged))
        hearing.expectSuccess(answer)
      }
    },

    Rule(
      "index/without-slash", .required, "The version page answers at /api as it does at /api/.",
      .facts("§1.5", "GET /bigbluebutton/api, /bigbluebutton/api/")
    ) { hearing in
      var question = Question(.index)
      question.isWithoutSlash = true
      hearing.expectSuccess(try await hearing.ask(question, signature: nil))
    },

    Rule(
      "index/element-order", .recommended,
      "The version page has the elements of its version, in their order.",
      .facts("§2.1", "success shapes")
    ) { hearing in
      let answer = try await hearing.ask(Question(.index), signature: nil)
      try hearing.expectOrder(
        hearing.success(answer), is: ElementOrder.index(hearing.profile.indexShape), in: answer)
    },

    Rule(
      "index/as-json", .informative,
      "The version page is JSON for a request that says it is JSON itself.",
      .facts("§0.1", "index in 3.0 looks at the request header: exactly content-type: application/json"),
      for: { $0.indexShape == .endpoints }
    ) { hearing in
      var question = Question(.index)
      question.contentType = "application/json"
      let answer = try await hearing.ask(question, signature: nil)
      hearing.expect("the media type is another one", answer.mediaType, is: "application/json", in: answer)
      hearing.expect(answer.versionInJSON == "2.0", "the version is not there, or another one", in: answer)
    },
  ]
}

extension Answer {
  fileprivate var versionInJSON: String? {
    struct Page: Decodable {
      struct Response: Decodable { var version: String }
      var response: Response
    }
    // Whatever else it is, it names no version.
    return try? JSONDecoder().decode(Page.self, from: Data(body)).response.version
  }
}
