public import Scenarios

extension FaultRule.Effect {
  /// What kind of effect it is: the name of its case, which is the word of the scenario language.
  public var name: String {
    // A case without values has no children and is described by its name alone.
    Mirror(reflecting: self).children.first?.label ?? "\(self)"
  }
}
