import Testing

@testable import Exporter

@Suite struct ReleaseFileTests {
  @Test(arguments: [
    ("BIGBLUEBUTTON_RELEASE=2.7.14\n", "2.7.14"), ("BIGBLUEBUTTON_RELEASE=3.0.4", "3.0.4"),
    ("BIGBLUEBUTTON_RELEASE=2.3-dev\r\n", "2.3-dev"),
    ("BIGBLUEBUTTON_RELEASE=3.0.0-beta.1\n\n", "3.0.0-beta.1"),
    ("\n# made by bbb-config\n\nBIGBLUEBUTTON_RELEASE=\"2.6.10\"  \n", "2.6.10"),
    ("export BIGBLUEBUTTON_RELEASE='2.5.2'\n", "2.5.2"), ("BBB_VERSION=2.4.9\n", "2.4.9"),
    ("CODENAME=bionic\nBIGBLUEBUTTON_RELEASE=2.4.9\n", "2.4.9"), ("KEY=1:2.4~rc+2", "1:2.4~rc+2"),
  ])
  func `what servers write is read`(_ text: String, _ version: String) {
    #expect(ReleaseFile.version(in: text) == version)
  }

  @Test(arguments: [
    "", "\n", "3.0.4", "# KEY=3.0", "A=1\nB=2", "BIGBLUEBUTTON_RELEASE=1\nBIGBLUEBUTTON_RELEASE=2", "KEY=",
    "KEY=\"\"",
    "=3.0", "KEY=3 0", "KEY=\"3.0", "KEY=$(id)", "KEY=..", "K Y=3.0", "KEY=3.0\nwhat is this", "KEY=3\u{0}0",
    "KEY=٣.٠",
    "KEY=3.0\u{301}", "KEY=\(String(repeating: "1", count: 65))", "<html>a=b</html>", "KEY=a=b",
  ])
  func `anything else is no version`(_ text: String) {
    #expect(ReleaseFile.version(in: text) == nil)
  }
}
