public import BBBAPI

/// One call to be made: its name and its parameters, not yet signed.
public struct APIRequest: Sendable, Equatable {
  /// The call.
  public let call: APICall
  /// Names and values, not yet encoded, in the order in which they travel.
  public let parameters: [Metadatum]

  /// Makes a request; most calls that only look need no parameters.
  public init(_ call: APICall, _ parameters: [Metadatum] = []) {
    self.call = call
    self.parameters = parameters
  }

  /// The parameters as metrics and logs show them, such as `state=published`; empty when there are none.
  public var parameterText: String { SignedQuery.encoded(parameters) }
}
