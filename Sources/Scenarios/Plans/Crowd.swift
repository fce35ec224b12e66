public import BBBAPI

/// A kind of person, of whom a meeting takes any number.
public struct Crowd: Sendable, Equatable {
  /// The name by which meetings refer to it.
  public var name: String
  /// What everybody of this kind is.
  public var role: Role
  /// The share that only listens, from 0 to 1.
  public var listening: Double
  /// The share that has a microphone open, from 0 to 1; with `listening` at most 1.
  public var microphone: Double
  /// The share with a camera, from 0 to 1.
  public var camera: Double
  /// What they join with, and how many of them; weights above 0.
  public var clients: [Weighted<ClientType>]

  /// Describes a crowd; by default silent viewers in browsers.
  public init(
    name: String, role: Role = .viewer, listening: Double = 0, microphone: Double = 0, camera: Double = 0,
    clients: [Weighted<ClientType>] = [Weighted(.html5, weight: 1)]
  ) {
    self.name = name
    self.role = role
    self.listening = listening
    self.microphone = microphone
    self.camera = camera
    self.clients = clients
  }
}

/// A choice and how likely it is beside the others.
public struct Weighted<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The choice.
  public var value: Value
  /// Above 0; only the ratio between weights matters.
  public var weight: Double

  /// Weighs a choice.
  public init(_ value: Value, weight: Double) {
    self.value = value
    self.weight = weight
  }
}
