import ArgumentParser
import ConformanceKit
import ExitCodes
import ExporterConformance
import FoundationEssentials
import Wording

/// `bbb-conformance new`: a case to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a case that runs as it is, with a comment beside each key.",
    discussion: """
      The case becomes DIR/GROUP/NAME.yaml, and DIR/case.schema.json lies beside it \
      for editors. A file that is there already is left alone.

      \(ExitCodes.ExitCode.helpTable)
      """)

  @Argument(help: "The case's name for good: GROUP/NAME, such as meetings/lone-moderator.")
  var slug: String

  @Option(name: .customLong("in"), help: ArgumentHelp("The folder of your cases.", valueName: "dir"))
  var folder = "cases"

  func run() throws {
    let slug = try validSlug()
    let group = "\(folder)/\(slug.group)"
    let file = "\(group)/\(slug.name).yaml"
    try orComplain("`\(file)` cannot be written", fix: "name a folder that you may write to with --in") {
      try FileManager.default.createDirectory(atPath: group, withIntermediateDirectories: true)
      try write(CaseSkeleton(slug).yaml, toNew: file)
      try NewFile(path: "\(folder)/case.schema.json").write(CaseSchema.json)
    }
    Console.write(directions(slug, file))
  }

  private func validSlug() throws -> Slug {
    do {
      return try Slug(slug)
    } catch {
      let groups = Self.groups.joined(separator: ", ")
      Console.complain("error: \(error). Groups so far: \(groups); one of your own is as good")
      throw Ending.usage
    }
  }

  private func write(_ text: String, toNew file: String) throws {
    guard !FileManager.default.fileExists(atPath: file) else {
      Console.complain("error: `\(file)` is there already. Fix: choose another name, or remove it")
      throw Ending.usage
    }
    try Data(text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
  }

  private func orComplain(_ what: String, fix: String, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let end as ArgumentParser.ExitCode {
      throw end
    } catch {
      Console.complain("error: \(what). Fix: \(fix)")
      throw Ending.usage
    }
  }

  private func directions(_ slug: Slug, _ file: String) -> String {
    let cases = "--cases " + (folder.contains(" ") ? "'\(folder)'" : folder)
    return """
      wrote \(file)
      in words  bbb-conformance explain \(cases) \(slug)
      run it    bbb-conformance run \(cases) --only \(slug) --level informative --exporter 'YOUR EXPORTER'

      """ + (stranger(slug.group).map { "note: \($0)\n" } ?? "")
  }

  /// A hint when the group is a slip of the pen away from one that there is.
  private func stranger(_ group: String) -> String? {
    guard !Self.groups.contains(group) else { return nil }
    return NearestName.of(group, among: Self.groups).map {
      "`\(group)` is a new group; did you mean `\($0)`?"
    }
  }

  /// The groups of the cases that come with the command.
  private static var groups: [String] {
    // A shipped case with a mistake is for `run` to tell of; without them there is no group to name.
    let slugs = (try? CaseLibrary.shipped())?.cases.map(\.slug.group) ?? []
    return slugs.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
