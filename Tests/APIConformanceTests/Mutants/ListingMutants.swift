import ConformanceKit

extension Mutant {
  static let listing: [Mutant] = [
    idle("lists nothing", "listing/meeting-listed") { request in
      request.call == "getMeetings" ? .succeeded("<meetings/>") : nil
    },
    lying("lists everything twice", "listing/meeting-listed") { request, answer in
      guard request.call == "getMeetings" else { return }
      answer.text = answer.text.replacing(/(?s)<meetings>(.*)<\/meetings>/) {
        "<meetings>\($0.output.1)\($0.output.1)</meetings>"
      }
    },
    writing("<meetingName>Re: ", for: "<meetingName>", in: "getMeetings", "listing/meeting-listed"),
    writing("proving_ground>", for: "proving-ground>", in: "getMeetings", "listing/metadata-lower-cased"),
    writing("Proving-Ground>", for: "proving-ground>", in: "getMeetings", "listing/metadata-lower-cased"),
    writing("", for: "<isBreakout>false</isBreakout>\n", in: "getMeetings", "listing/element-order"),
    lying("puts the counts in another order", "listing/element-order") { request, answer in
      guard request.call == "getMeetingInfo" else { return }
      answer.text = answer.text.replacing(/(<participantCount>.*\n)(<listenerCount>.*\n)/) {
        $0.output.2 + $0.output.1
      }
    },
  ]

  static let documents: [Mutant] = [
    lying("begins with an XML declaration", "documents/plain-xml") { _, answer in
      if answer.text.hasPrefix("<response>") { answer.text = #"<?xml version="1.0"?>"# + "\n" + answer.text }
    },
    lying("puts names into CDATA", "documents/plain-xml") { _, answer in
      answer.text = answer.text.replacing(/<meetingName>(.*)<\/meetingName>/) {
        "<meetingName><![CDATA[\($0.output.1)]]></meetingName>"
      }
    },
    lying("sends text/html", "documents/content-type") { _, answer in
      answer.contentType = answer.contentType.replacing("text/xml", with: "text/html")
    },
    lying("sends refusals as JSON", "documents/content-type") { _, answer in
      if answer.isFailed { answer.contentType = "application/json" }
    },
  ]
}
