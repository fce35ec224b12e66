import BBBAPI
import Testing

/// Each caller here makes one mistake by hand, with openssl or Foundation and never with the doctor's own code.
@Suite(.enabled(if: OpenSSL.isPresent)) struct ChecksumDoctorTests {
  @Test(arguments: Caller.wrong) func `a mistake is recognised`(caller: Caller) throws {
    let diagnosis = try #require(try caller.diagnosis())
    #expect(diagnosis.mistakes == [caller.mistake], "\(diagnosis)")
    #expect(diagnosis.description.contains(caller.mistake.mend))
  }

  @Test(arguments: Caller.doublyWrong) func `two mistakes at once are recognised`(caller: Caller) throws {
    let diagnosis = try #require(try caller.diagnosis())
    #expect(Set(diagnosis.mistakes) == [caller.mistake, caller.other], "\(diagnosis)")
  }

  @Test func `every mistake has a caller who makes it`() {
    let made = Set(Caller.wrong.map(\.mistake)).union(ChecksumDoctorSendingTests.mistakes)
    #expect(Set(ChecksumMistake.allCases).subtracting(made).isEmpty)
  }

  @Test func `a right checksum needs no doctor`() throws {
    let right = Caller(.hmac, text: "create\(Caller.query)\(Caller.secret)")
    #expect(try right.diagnosis() == nil)
  }

  @Test func `another secret is no common mistake`() throws {
    let diagnosis = try #require(try Caller(.hmac, text: "create\(Caller.query)other").diagnosis())
    #expect(diagnosis.mistakes.isEmpty && diagnosis.isExhaustive)
    #expect(diagnosis.description.contains("another secret"))
  }

  @Test func `what the server hashed is shown without a value or the secret`() throws {
    let diagnosis = try #require(try Caller(.hmac, text: "x").diagnosis())
    #expect(diagnosis.hashed == "createname=…&meetingID=…&record=true&meta_…=…&…=…<secret>")
    let all = "\(diagnosis)"
    for word in ["Dém", "D%C3", "demo-1", "tell", Caller.secret] { #expect(!all.contains(word)) }
  }
}
