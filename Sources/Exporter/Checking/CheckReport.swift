import ArgumentParser
import BBBClient
import ExitCodes
import FoundationEssentials

/// How a report is written.
enum CheckFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// A line a server, for people.
  case text
  /// One object, for programs.
  case json
}

/// The verdicts on all servers, to be shown.
struct CheckReport: Sendable {
  let verdicts: [CheckVerdict]

  /// 69 when any server failed. Warnings are no failure: data are served, and a container must not be restarted for them.
  var exitCode: ExitCodes.ExitCode {
    verdicts.contains { $0.status == .failed } ? .unreachable : .done
  }

  func written(as format: CheckFormat) throws -> String {
    switch format {
    case .text: text
    case .json: try json()
    }
  }

  /// A line a server.
  var text: String { verdicts.map(\.line).joined(separator: "\n") }

  private func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = Document(servers: verdicts.map(Document.Server.init))
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }
}

extension CheckVerdict {
  /// Status, name, causes and fixes; of several findings the good news is left out.
  fileprivate var line: String {
    let shown = status == .ok ? findings : findings.filter { $0.status > .ok }
    let status = status.rawValue.padded(to: 9)
    return "\(status)\(name.singleLine): \(shown.map(\.sentence).joined(separator: "; moreover "))"
  }
}

extension CheckFinding {
  fileprivate var sentence: String { fix.map { "\(text); \($0)" } ?? text }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }
}

/// The report for programs.
private struct Document: Encodable {
  struct Server: Encodable {
    let name: String
    let status: String
    let findings: [Finding]

    init(_ verdict: CheckVerdict) {
      name = verdict.name
      status = verdict.status.rawValue
      findings = verdict.findings.map {
        Finding(cause: $0.cause, status: $0.status.rawValue, text: $0.text, fix: $0.fix)
      }
    }
  }

  struct Finding: Encodable {
    let cause: String
    let status: String
    let text: String
    let fix: String?
  }

  let servers: [Server]
}
