import BBBClient

/// What became of a targets file.
struct TargetsOutcome: Sendable, Equatable {
  /// The targets in the order of the file; nil when there is any mistake.
  let targets: [Target]?
  /// All mistakes, a line each: place, what is wrong, how to mend it.
  let mistakes: [String]
  /// What was tolerated, a line each.
  let warnings: [String]
}

/// The file of the servers that one exporter watches.
enum TargetsFile {
  /// Reads and checks a targets file, and the secrets and CA files that it names.
  static func read(path: String, files: any FileTree = LocalFileTree()) -> TargetsOutcome {
    do throws(FileTreeError) {
      return read(try files.text(of: path), path: path, files: files)
    } catch {
      let mistake = "\(path.singleLine): error: the targets file cannot be read: \(error)"
      return TargetsOutcome(targets: nil, mistakes: [mistake], warnings: [])
    }
  }

  private static func read(_ text: String, path: String, files: any FileTree) -> TargetsOutcome {
    let sink = MistakeSink(file: path.singleLine)
    var reader = TargetsReader(file: path, files: files)
    let targets = YAMLText.root(of: text, sink: sink).map { reader.targets(in: $0) } ?? []
    let mistakes = sink.mistakes.map(\.description)
    return TargetsOutcome(
      targets: mistakes.isEmpty ? targets : nil,
      mistakes: mistakes + (sink.isFull ? ["\(sink.file): further mistakes are not shown"] : []),
      warnings: reader.warnings)
  }
}
