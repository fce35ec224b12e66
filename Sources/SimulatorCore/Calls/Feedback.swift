import BBBAPI
import BBBWire

extension Simulation {
  /// Takes what people think of a meeting; bbb-web logs it, the simulator forgets it (facts §2.18).
  func feedback() -> Answer { .json(.members(["status": "ok"])) }
}
