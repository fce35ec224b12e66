import BBBAPI

/// What a synthetic probe does, in this order.
enum ProbeStep: Int, Sendable, CaseIterable, Comparable {
  case create, join, info, end

  var call: APICall {
    switch self {
    case .create: .create
    case .join: .join
    case .info: .getMeetingInfo
    case .end: .end
    }
  }

  /// The value of the label `step`: the name of the call.
  var label: String { call.rawValue }

  static func < (lhs: ProbeStep, rhs: ProbeStep) -> Bool { lhs.rawValue < rhs.rawValue }
}
