import ConformanceKit
import Testing

struct RedactorTests {
  @Test(arguments: [
    ("key is hunter2!", "key is [redacted]"),
    ("hunter2hunter2", "[redacted][redacted]"),
    ("hunter2-long", "[redacted]"),
    ("x=a%26b%2fc y=a%26b%2Fc z=a&amp;b/c", "x=[redacted] y=[redacted] z=[redacted]"),
    ("?checksum=0aF9&state=x", "?checksum=[redacted]&state=x"),
    ("?CheckSum=0aF9z", "?CheckSum=[redacted]z"),
    ("url%3Fchecksum%3D00ff%26x", "url%3Fchecksum%3D[redacted]%26x"),
    ("checksum=", "checksum="),
    ("checksum=none", "checksum=none"),
    ("<attendeePW>ap</attendeePW><x>ap</x>", "<attendeePW>[redacted]</attendeePW><x>ap</x>"),
    ("<moderatorPW><![CDATA[mp]]></moderatorPW>", "<moderatorPW>[redacted]</moderatorPW>"),
    ("<moderatorPW></moderatorPW>", "<moderatorPW></moderatorPW>"),
    ("<moderatorPW>cut o", "<moderatorPW>[redacted]"),
    ("&lt;attendeePW&gt;ap&lt;/attendeePW&gt;", "&lt;attendeePW&gt;[redacted]&lt;/attendeePW&gt;"),
    ("create?attendeePW=ap&moderatorPW=mp x", "create?attendeePW=[redacted]&moderatorPW=[redacted] x"),
    ("nothing to hide: café 🎓", "nothing to hide: café 🎓"),
    ("", ""),
  ])
  func `what is secret is masked and nothing else`(text: String, expected: String) {
    let redactor = Redactor(secrets: ["hunter2", "hunter2!", "hunter2-long", "a&b/c", ""])
    #expect(redactor.redacted(text) == expected)
    #expect(redactor.redacted(redactor.redacted(text)) == redactor.redacted(text))
  }

  @Test(arguments: [
    "Key%2fOf%20B%26B", "Key%2FOf+B%26B", "Key%252FOf%2520B%2526B", "Key/Of B&amp;B", "Key\\/Of B&B",
    "4b65792f4f6620422642", "4B65792F4F6620422642", "S2V5L09mIEImQg",
  ])
  func `a secret is masked in every form that it is written in`(form: String) {
    #expect(Redactor(secrets: ["Key/Of B&B"]).redacted("<\(form)>") == "<[redacted]>")
  }

  @Test func `a secret inside the mask does not loop`() {
    #expect(Redactor(secrets: ["red", "e"]).redacted("red e") == "[redacted] [redacted]")
  }

  @Test func `secrets that overlap are both gone`() {
    let redactor = Redactor(secrets: ["abcd", "cdef", "one&two", "=x"])
    #expect(redactor.redacted("1abcdef2") == "1[redacted]2")
    #expect(redactor.redacted("attendeePW=one&two") == "attendeePW=[redacted]")
    #expect(redactor.redacted("attendeePW=xyz") == "attendeePW[redacted]")
  }

  @Test func `a hostile text of opening tags costs its length, not its square`() {
    let text = String(repeating: "<attendeePW>", count: 20_000)
    #expect(Redactor(secrets: ["hunter2"]).redacted(text) == "<attendeePW>[redacted]")
  }

  @Test func `other names can be masked as well`() {
    let redactor = Redactor(secrets: [], names: ["fullName"])
    #expect(redactor.redacted("<fullName>Ada</fullName>") == "<fullName>[redacted]</fullName>")
  }

  @Test func `no report contains a secret anywhere`() {
    let formats: [any ReportFormat] = [
      ConsoleReport(), ConsoleReport(inColour: true), JUnitReport(), JSONReport(), MarkdownReport(),
    ]
    for format in formats {
      let text = format.text(of: HostileReport.redacted)
      for secret in ["s3cr", ">ap<", "mp\\u", "0123456789abcdef"] { #expect(!text.contains(secret)) }
    }
  }
}
