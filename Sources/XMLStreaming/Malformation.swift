import CLibXML2

/// What libxml2's error codes mean; its own messages are not used, because they quote the document.
enum Malformation {
  /// A few words for a person.
  static func reason(of code: xmlParserErrors) -> String {
    reasons[code.rawValue] ?? "libxml2 error \(code.rawValue)"
  }

  private static let reasons: [UInt32: String] = [
    XML_ERR_DOCUMENT_EMPTY.rawValue: "no element where the first should be",
    XML_ERR_DOCUMENT_END.rawValue: "content after the root element",
    XML_ERR_INVALID_HEX_CHARREF.rawValue: "bad character reference",
    XML_ERR_INVALID_DEC_CHARREF.rawValue: "bad character reference",
    XML_ERR_INVALID_CHARREF.rawValue: "bad character reference",
    XML_ERR_INVALID_CHAR.rawValue: "forbidden character",
    XML_ERR_INVALID_ENCODING.rawValue: "not UTF-8",
    XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue: "reference without a semicolon",
    XML_ERR_NAME_REQUIRED.rawValue: "no name where one should be",
    XML_ERR_NAME_TOO_LONG.rawValue: "name too long",
    XML_ERR_TAG_NAME_MISMATCH.rawValue: "end tag does not match its start tag",
    XML_ERR_TAG_NOT_FINISHED.rawValue: "element not closed",
    XML_ERR_GT_REQUIRED.rawValue: "tag not closed",
    XML_ERR_LTSLASH_REQUIRED.rawValue: "end tag expected",
    XML_ERR_EQUAL_REQUIRED.rawValue: "attribute without a value",
    XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue: "attribute without a value",
    XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue: "attribute value not quoted",
    XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue: "attribute value not closed",
    XML_ERR_ATTRIBUTE_REDEFINED.rawValue: "repeated attribute",
    XML_ERR_LT_IN_ATTRIBUTE.rawValue: "less-than sign in an attribute value",
    XML_ERR_SPACE_REQUIRED.rawValue: "white space missing",
    XML_ERR_MISPLACED_CDATA_END.rawValue: "CDATA end in a text",
    XML_ERR_CDATA_NOT_FINISHED.rawValue: "CDATA section not closed",
    XML_ERR_COMMENT_NOT_FINISHED.rawValue: "comment not closed",
    XML_ERR_HYPHEN_IN_COMMENT.rawValue: "double hyphen in a comment",
    XML_ERR_PI_NOT_STARTED.rawValue: "bad processing instruction",
    XML_ERR_PI_NOT_FINISHED.rawValue: "processing instruction not closed",
    XML_ERR_RESERVED_XML_NAME.rawValue: "XML declaration not at the start",
    XML_ERR_XMLDECL_NOT_FINISHED.rawValue: "bad XML declaration",
    XML_ERR_VERSION_MISSING.rawValue: "bad XML declaration",
    XML_ERR_UNKNOWN_VERSION.rawValue: "unknown XML version",
    XML_ERR_INTERNAL_ERROR.rawValue: "the parser gave up",
  ]
}
