import ConformanceKit
import TestSupport
import Testing

/// What the page draws, read from the page itself.
struct PictureTests {
  private static let pages = [
    HTMLReport().text(of: LoadReport.redacted), HTMLReport().text(of: OddReport.redacted),
  ]

  @Test(arguments: pages) func `every picture is XML with numbers that are finite`(page: String) throws {
    let pictures = Self.pictures(page)
    #expect(pictures.count > 2)
    for picture in pictures {
      #expect(try XMLLint.complaints(about: Array(picture.utf8)) == "")
      #expect(
        !Self.attributes(of: picture).contains {
          $0.contains("nan") || $0.contains("inf") || $0.contains("e+")
        })
    }
  }

  @Test(arguments: pages) func `nothing on the page runs, and no two things share a name`(page: String) {
    for tag in ["<script", "<iframe", "<img", "<link", "<object", "javascript:"] {
      #expect(!page.contains(tag))
    }
    let names = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(names).count == names.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(names.contains(String(link.1))) }
  }

  @Test func `a needle in twenty thousand points is drawn, and most of the hay is not`() throws {
    let picture = try #require(Self.pictures(Self.pages[1]).last)
    let course = try #require(picture.firstMatch(of: /class="line-0" d="([^"]*)"/)).1
    let points = course.dropFirst().split(separator: "L")
    #expect(points.count < 700)
    // 10 and 100 on an axis from 0 to 100, which ends at 24.
    #expect(points.count { $0.hasSuffix(" 24") } == 1)
  }

  @Test func `who does not see a picture hears what it shows`() {
    #expect(
      Self.pages[0].contains(
        "resident memory in MB over scrape. resident: 800 points, lowest 38.1, highest 50.9"))
    #expect(Self.pages[0].contains("The limit is 48 MB.</desc>"))
  }

  private static func pictures(_ page: String) -> [String] {
    page.matches(of: /(?s)<svg.*?<\/svg>/).map { String($0.0) }
  }

  private static func attributes(of picture: String) -> [String] {
    picture.matches(of: /\s(?:d|x|y|cx|cy)="([^"]*)"/).map { String($0.1) }
  }
}
