import BBBAPI

/// Where a request goes.
enum Route: Sendable, Equatable {
  case call(APICall)
  case notFound
  case methodNotAllowed(APICall)

  init(_ request: APIRequest, profile: Profile) {
    guard let call = APICall(rawValue: request.path), profile.has(call) else {
      self = .notFound
      return
    }
    // A HEAD goes where its GET would go.
    let method = RequestMethod(rawValue: request.method == "HEAD" ? "GET" : request.method)
    let isAllowed = method.map(profile.methods(of: call).contains) ?? false
    self = isAllowed ? .call(call) : .methodNotAllowed(call)
  }

  /// The call that was meant; nil for a path that is none.
  var call: APICall? {
    switch self {
    case .call(let call), .methodNotAllowed(let call): call
    case .notFound: nil
    }
  }
}
