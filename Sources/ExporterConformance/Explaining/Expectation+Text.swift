import BBBAPI
import Determinism
import PrometheusText

extension Expectation: CustomStringConvertible {
  /// What is expected, in one line.
  public var description: String {
    switch self {
    case .oracle:
      "every family of the contract to say what the world says, and the page to keep its format's rules"
    case .value(let series, let value): "\(series.text) = \(value.expositionText)"
    case .atLeast(let series, let value): "\(series.text) at least \(value.expositionText)"
    case .increased(let series, let growth): "\(series.text) to have grown by \(growth.expositionText)"
    case .absent(let series): "no \(series.text)"
    case .present(let series): "\(series.text) to be there"
    case .type(let family, let type): "\(family) to be a \(type.rawValue)"
    case .contentType(let type): "content type \(type)"
    case .status(let status): "status \(status)"
    case .within(let limit): "an answer within \(limit.scenarioText)"
    case .calls(let counts):
      counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) × \($0.key.rawValue)" }
        .joined(separator: ", ")
    case .limited(let call, let most): "each \(call.rawValue) to ask for at most \(most)"
    case .noticed(.counter): "a counter of the exporter's own, whatever its name, to tell of it"
    case .noticed(.gauge): "a gauge of the exporter's own, whatever its name, to go from 1 to 0"
    case .prints(let text, nil): "a printed line about \(text)"
    case .prints(let text, let lines?):
      "\(lines == 1 ? "one printed line" : "\(lines) printed lines") about \(text)"
    case .load(let expectation): expectation.description
    case .silentAbout(let texts): "nothing of \(texts.joined(separator: ", ")) in what it prints"
    }
  }
}
