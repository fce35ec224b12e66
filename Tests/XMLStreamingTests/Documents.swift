import Testing

/// Well-formed documents and what they report, as ``Event`` prints it.
let wellFormedDocuments: [(document: String, events: String)] = [
  ("<a/>", "<a#0></0>"),
  ("<a></a>", "<a#0></0>"),
  ("<a>text</a>", "<a#0>text</0>"),
  ("<a>\n<b>1</b>\n<b>2</b>\n</a>", "<a#0>\n<b#1>1</1>\n<b#1>2</1>\n</0>"),
  ("<a>&lt;&gt;&amp;&quot;&apos;</a>", "<a#0><>&\"'</0>"),
  ("<a>R &amp; D &#233;&#xE9;&#x1F600;</a>", "<a#0>R & D éé😀</0>"),
  ("<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "<a#0><b>&amp;]]></0>"),
  ("<a><![CDATA[]]></a>", "<a#0></0>"),
  ("<a>one<!-- <b/> -->two<?php echo \"<b/>\" ?>three</a>", "<a#0>onetwothree</0>"),
  ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n<!-- end -->\n", "<a#0></0>"),
  ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>", "<a#0>é</0>"),
  ("\u{FEFF}<a/>", "<a#0></0>"),
  ("\u{FEFF}<?xml version=\"1.0\"?><a>\u{FEFF}</a>", "<a#0>\u{FEFF}</0>"),
  ("  \n<a/>", "<a#0></0>"),
  ("<a>\r\n<b>x\ry</b>\r\n</a>\r\n", "<a#0>\n<b#1>x\ny</1>\n</0>"),
  ("<a x=\"1\" y='&lt;2&amp;3'><b\n z = \"\"/></a >", "<a#0><b#1></1></0>"),
  ("<a xmlns=\"urn:x\" xmlns:p=\"urn:y\"><p:b/><q:b/></a>", "<a#0><b#1></1><b#1></1></0>"),
  (
    "<other><bbb-origin>m</bbb-origin><bbb-origin-server-name/></other>",
    "<other#-1><bbb-origin#2>m</2><bbb-origin-server-name#-1></-1></-1>"
  ),
  ("<é>日本語 🎓</é>", "<é#3>日本語 🎓</3>"),
  ("<a>]] > ]]&gt;</a>", "<a#0>]] > ]]></0>"),
  ("<\(longName)>x</\(longName)>", "<\(longName)#-1>x</-1>"),
  ("<a>\(longText)</a>", "<a#0>\(longText)</0>"),
  ("<a><![CDATA[\(longText)]]></a>", "<a#0>\(longText)</0>"),
]

/// Far longer than any of BBB's.
private let longName = String(repeating: "metadata-key-", count: 100)
/// Longer than the 300 bytes beyond which libxml2 hands text over before it has seen the end.
private let longText = String(repeating: "Grüße an 日本 😀 &amp; ", count: 40).replacing("&amp;", with: "and")

/// A document that is refused, and the case of the error.
struct HostileDocument: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let error: String

  var testDescription: String { name }
}

let hostileDocuments =
  textual.map { HostileDocument(name: $0.name, bytes: Array($0.document.utf8), error: $0.error) }
  + binary.map { HostileDocument(name: $0.name, bytes: $0.bytes, error: $0.error) }

private let textual: [(name: String, document: String, error: String)] = [
  ("billion laughs", billionLaughs, "doctypeForbidden"),
  (
    "external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "doctypeForbidden"
  ),
  ("external subset", "<!DOCTYPE a SYSTEM \"http://localhost:1/x.dtd\"><a/>", "doctypeForbidden"),
  (
    "parameter entity", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a/>",
    "doctypeForbidden"
  ),
  ("HTML doctype", "<!DOCTYPE html>\n<html><body><p>502<br></body></html>", "doctypeForbidden"),
  ("HTML doctype in small letters", "<!doctype html><html></html>", "malformed"),
  ("undeclared entity", "<a>&nbsp;</a>", "entityForbidden"),
  ("undeclared entity in an attribute", "<a b=\"&secret;\"/>", "entityForbidden"),
  ("bare ampersand", "<a>R & D</a>", "malformed"),
  ("reference without semicolon", "<a>R &amp D</a>", "malformed"),
  ("reference to nothing", "<a>&#0;</a>", "malformed"),
  ("reference beyond Unicode", "<a>&#x110000;</a>", "malformed"),
  ("reference to a surrogate", "<a>&#xD800;</a>", "malformed"),
  ("wrong end tag", "<a><b></a></b>", "malformed"),
  ("two roots", "<a/><b/>", "malformed"),
  ("text before", "Not Found <a/>", "malformed"),
  ("text after", "<a/>x", "malformed"),
  ("JSON", "{\"response\": {\"returncode\": \"FAILED\"}}", "malformed"),
  ("plain text", "404 page not found", "malformed"),
  ("attribute twice", "<a b=\"1\" b=\"2\"/>", "malformed"),
  ("attribute without value", "<a b></a>", "malformed"),
  ("attribute without quotes", "<a b=1></a>", "malformed"),
  ("less-than in an attribute", "<a b=\"<\"/>", "malformed"),
  ("less-than in a text", "<a>1 < 2</a>", "malformed"),
  ("CDATA end in a text", "<a>]]></a>", "malformed"),
  ("name from a digit", "<a><1b/></a>", "malformed"),
  ("hyphens in a comment", "<a><!-- -- --></a>", "malformed"),
  ("late declaration", "<a/><?xml version=\"1.0\"?>", "malformed"),
  ("control character", "<a>\u{1}</a>", "malformed"),
  ("noncharacter", "<a>\u{FFFF}</a>", "malformed"),
  ("deep nesting", String(repeating: "<a>", count: 100_000), "tooDeep"),
  (
    "deep nesting, closed", String(repeating: "<a>", count: 33) + String(repeating: "</a>", count: 33),
    "tooDeep"
  ),
  ("endless text", "<a>" + String(repeating: "x", count: 2 << 20), "textTooLong"),
  ("endless CDATA", "<a><![CDATA[" + String(repeating: "x", count: 2 << 20), "markupTooLong"),
  ("endless blanks", "<a>" + String(repeating: "\n", count: 2 << 20), "textTooLong"),
  ("endless name", "<" + String(repeating: "x", count: 2 << 20), "markupTooLong"),
  ("endless attribute", "<a b=\"" + String(repeating: "x", count: 2 << 20), "markupTooLong"),
  ("endless comment", "<a><!--" + String(repeating: "x", count: 2 << 20), "markupTooLong"),
  ("endless instruction", "<?x " + String(repeating: "x", count: 2 << 20), "markupTooLong"),
  ("endless reference", "<a>&" + String(repeating: "x", count: 2 << 20), "markupTooLong"),
  ("empty", "", "empty"),
  ("blank", " \r\n\t", "empty"),
  ("byte order mark alone", "\u{FEFF}", "empty"),
  ("comment alone", "<!-- nothing -->", "truncated"),
]

private let binary: [(name: String, bytes: [UInt8], error: String)] = [
  ("NUL in a text", document([0x00]), "malformed"),
  ("NUL first", [0x00] + document([]), "malformed"),
  ("NUL last", document([]) + [0x00], "malformed"),
  ("NUL in a tag", Array("<a".utf8) + [0x00] + Array("/>".utf8), "malformed"),
  ("continuation alone", document([0x80]), "malformed"),
  ("overlong", document([0xC0, 0x80]), "malformed"),
  ("surrogate", document([0xED, 0xA0, 0x80]), "malformed"),
  ("beyond Unicode", document([0xF5, 0x80, 0x80, 0x80]), "malformed"),
  ("cut character", document([0xE2, 0x82]), "malformed"),
  ("never in UTF-8", document([0xFF]), "malformed"),
  ("Latin-1", Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8) + document([0xE9]), "malformed"),
  ("UTF-16 with a mark", [0xFF, 0xFE] + document([]).flatMap { [$0, 0] }, "malformed"),
  ("UTF-16 without a mark", document([]).flatMap { [$0, 0] }, "malformed"),
  ("UTF-16 big-endian", [0xFE, 0xFF] + document([]).flatMap { [0, $0] }, "malformed"),
  ("invalid behind a long text", document(Array(repeating: 0x78, count: 400) + [0xFF]), "malformed"),
]

private func document(_ text: [UInt8]) -> [UInt8] {
  Array("<a>".utf8) + text + Array("</a>".utf8)
}

private let billionLaughs = """
  <?xml version="1.0"?>
  <!DOCTYPE lolz [
    <!ENTITY lol "lol">
    <!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
    <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">
    <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">
  ]>
  <lolz>&lol3;</lolz>
  """
