import BBBAPI

/// What somebody becomes who joins, or why nothing.
enum JoinRole {
  case role(Role)
  case failure(APIFailure)

  /// Whether it is a role.
  var isRole: Bool {
    if case .role = self { true } else { false }
  }
}

extension Simulation {
  /// A valid role wins over any password (facts §2.3).
  func joinRole(_ parameters: QueryParameters, in meeting: Meeting) -> JoinRole {
    switch profile.knowsRoleParameter ? parameters["role"]?.lowercased() : nil {
    case "moderator": return .role(.moderator)
    case "viewer": return .role(.viewer)
    default: break
    }
    guard let password = parameters.text("password") else { return .failure(.roleOrPasswordRequired) }
    let (moderatorPW, attendeePW) = (meeting.details.moderatorPW, meeting.details.attendeePW)
    if moderatorPW.isEmpty || attendeePW.isEmpty { return .failure(.roleRequired) }
    if password.hasSameBytes(as: moderatorPW) { return .role(.moderator) }
    return password.hasSameBytes(as: attendeePW) ? .role(.viewer) : .failure(.validPasswordRequired)
  }
}
