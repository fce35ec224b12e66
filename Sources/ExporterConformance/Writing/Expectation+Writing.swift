import BBBAPI
import PrometheusText
import Scenarios

extension Expectation {
  /// An entry of `expect`.
  var yaml: YAMLValue {
    switch self {
    case .oracle: .text("oracle")
    case .value(let series, let value): .line(.mapping([.init(series.text, .word(value.expositionText))]))
    case .atLeast(let series, let value): Self.of("at-least", series, "value", value)
    case .increased(let series, let growth): Self.of("increased", series, "by", growth)
    case .absent(let series): .line(of: ["absent": .text(series.text)])
    case .present(let series): .line(of: ["present": .text(series.text)])
    case .type(let family, let type):
      .line(of: ["type": .mapping([.init(family, .text(type.rawValue))])])
    case .contentType, .status, .within, .calls, .limited, .noticed, .prints, .silentAbout,
      .load:
      besideMetrics
    }
  }

  private var besideMetrics: YAMLValue {
    switch self {
    case .contentType(let type): .line(of: ["content-type": .text(type)])
    case .status(let status): .line(of: ["status": .number(status)])
    case .within(let limit): .line(of: ["within": .duration(limit)])
    case .calls(let counts):
      .line(of: [
        "calls": .mapping(
          counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            .init($0.key.rawValue, .number($0.value))
          })
      ])
    case .limited(let call, let most):
      .line(of: ["limited": .fields(["call": .text(call.rawValue), "to": .number(most)])])
    case .noticed(let notice): .line(of: ["noticed": .text(notice.rawValue)])
    case .prints(let text, nil): .line(of: ["prints": .text(text)])
    case .prints(let text, let lines?):
      .line(of: ["prints": .fields(["text": .text(text), "lines": .number(lines)])])
    case .silentAbout(let texts): .line(of: ["silent-about": .texts(texts)])
    case .load(let expectation): expectation.yaml
    default: preconditionFailure("\(self) is about metrics")
    }
  }

  private static func of(_ key: String, _ series: Series, _ word: String, _ value: Double) -> YAMLValue {
    .line(
      .mapping([
        .init(key, .mapping([.init("series", .text(series.text)), .init(word, .word(value.expositionText))]))
      ]))
  }
}
