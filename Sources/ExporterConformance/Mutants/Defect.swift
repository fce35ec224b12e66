import BBBAPI
import NIOHTTP1
import Scenarios
import TimelineEngine

/// What makes a good exporter a bad one, from outside.
enum Defect: Sendable {
  /// None: the good exporter, in the place where the mutants stand.
  case nothing
  /// The answers of the API are edited on their way; an exporter that misreads them would see them like this.
  case misread(FaultRule)
  /// The exporter asks the API in another way.
  case asks(Asking)
  /// The page is rewritten on its way to the judge.
  case page(@Sendable (inout PageText) -> Void)
  /// The page is rewritten by one who knows how things stand at the server.
  case counted(@Sendable (inout PageText, World) -> Void)
  /// The answer as such is changed, knowing the true ones before it; what takes longer is sent later.
  case answer(@Sendable (inout ScrapeAnswer, _ earlier: [ScrapeAnswer]) -> Void)
  /// The answer is right and does not come as it should.
  case wire(Delivery)
  /// The exporter is run by a shell script, in which `{exporter}` stands for its command line.
  case script(String)
  /// Each scrape does its work twice.
  case doubled
  /// A header of the scrape is not heeded.
  case unheard(header: String)
}

extension Defect {
  /// The rules that befall the API besides those of the case.
  var faults: [FaultRule] { if case .misread(let rule) = self { [rule] } else { [] } }

  /// How often the exporter works for one scrape.
  var scrapes: Int { if case .doubled = self { 2 } else { 1 } }

  /// How answers come to the judge; nil when they come as they should.
  var delivery: Delivery? { if case .wire(let delivery) = self { delivery } else { nil } }

  /// The headers of a scrape that the exporter gets to see.
  func heard(_ headers: HTTPHeaders) -> HTTPHeaders {
    guard case .unheard(let name) = self else { return headers }
    var headers = headers
    headers.remove(name: name)
    return headers
  }

  /// Whether a proxy must stand before the exporter.
  var changesAnswers: Bool {
    switch self {
    case .nothing, .page, .counted, .answer, .wire, .doubled, .unheard: true
    case .misread, .asks, .script: false
    }
  }

  /// The mutant's command line.
  func command(_ exporter: ExporterCommand) -> ExporterCommand {
    guard case .script(let script) = self else { return exporter }
    return ExporterCommand("sh -c " + script.replacing("{exporter}", with: exporter.line).quotedForShell)
  }

  /// The answer as the mutant would give it, after the `earlier` true ones.
  func shown(_ answer: ScrapeAnswer, after earlier: [ScrapeAnswer], _ world: World) -> ScrapeAnswer {
    var answer = answer
    var page = PageText(answer.body)
    switch self {
    case .page(let rewrite) where answer.status == 200: rewrite(&page)
    case .counted(let rewrite) where answer.status == 200: rewrite(&page, world)
    case .answer(let change):
      change(&answer, earlier)
      return answer
    default: return answer
    }
    answer.body = page.bytes
    return answer
  }
}

extension Defect {
  /// The API's answers to a call as edits leave them, of getRecordings perhaps only for some states.
  static func misread(
    _ call: APICall, _ states: Set<RecordingState> = [], _ edits: DocumentEdit...
  ) -> Defect {
    var rule = FaultRule(effect: .edit(edits))
    rule.calls = [call]
    rule.states = states
    return .misread(rule)
  }

  /// The exporter runs in another environment: some lines of shell, and then the exporter.
  static func environment(_ lines: String) -> Defect { .script(lines + "; exec {exporter}") }

  /// The exporter never gets to see these variables.
  static func heedless(of names: String...) -> Defect {
    environment("unset \(names.joined(separator: " "))")
  }
}

extension String {
  /// The text as one word of a shell.
  var quotedForShell: String { "'" + replacing("'", with: "'\\''") + "'" }
}
