import BBBClient
import Testing

@testable import APIConformance

@Suite struct TargetTests {
  @Test(arguments: [
    ("http://localhost:8080/bigbluebutton", true), ("http://127.0.0.1/bigbluebutton", true),
    ("http://127.9.9.9:1/bigbluebutton", true), ("http://[::1]:8080/bigbluebutton", true),
    ("http://LOCALHOST/bigbluebutton", true), ("https://bbb.example.org/bigbluebutton", false),
    ("http://127.0.0.1.example.org/bigbluebutton", false), ("http://127.evil.org/bigbluebutton", false),
    ("http://localhost.example.org/bigbluebutton", false), ("http://[::2]/bigbluebutton", false),
    ("http://10.0.0.1/bigbluebutton", false), ("http://128.0.0.1/bigbluebutton", false),
  ])
  func `only this machine is allowed unasked`(_ url: String, _ isAllowed: Bool) throws {
    #expect(Allowance().permits(try APIBase(parsing: url)) == isAllowed)
  }

  @Test(arguments: [
    ("https://bbb.example.org:8443/bigbluebutton", "BBB.example.org", true),
    ("https://bbb.example.org/bigbluebutton", "example.org", false),
    ("https://[2001:DB8::1]/bigbluebutton", "[2001:db8::1]", true),
    ("https://[2001:db8::1]:8443/bigbluebutton", "2001:db8::1", true),
  ])
  func `another host is allowed by its name`(_ url: String, _ host: String, _ isAllowed: Bool) throws {
    #expect(Allowance(hosts: [host]).permits(try APIBase(parsing: url)) == isAllowed)
  }
}
