import ArgumentParser
import Determinism

/// A length of time with its unit, such as `1m 30s`; above zero.
struct TimeSpan: ExpressibleByArgument {
  let duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  init?(argument: String) {
    // ArgumentParser has its own words for an argument that can't be read.
    guard let duration = try? Duration(scenarioText: argument), duration > .zero else { return nil }
    self.duration = duration
  }

  var defaultValueDescription: String { duration.scenarioText }
}

/// Runs `body`; what it throws becomes an error of usage, its description behind the option's name.
func usage<Value, Failure>(_ option: String, _ body: () throws(Failure) -> Value) throws(ValidationError)
  -> Value
{
  do throws(Failure) {
    return try body()
  } catch {
    throw ValidationError(option.isEmpty ? "\(error)" : "\(option): \(error)")
  }
}
