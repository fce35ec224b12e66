import Foundation

/// A shell that cleans up when the judge has gone without doing so, killed or crashed: it ends the exporters and removes the
/// folders that are left.
///
/// It waits for the end of a pipe that only the judge holds open, in a process group of its own, so that nobody who ends the
/// judge ends it too. Exporters are known by their `TMPDIR`.
struct Heir: Sendable {
  /// Held open for as long as the judge lives.
  private let lifeline: FileHandle?

  /// What is inherited may start others while it is being ended; a shell has no better loop than a few rounds.
  private static let will = """
    trap '' HUP INT QUIT TERM
    read -r nothing
    for round in 1 2 3; do
      for entry in $(grep -lszF "TMPDIR=$1" /proc/[0-9]*/environ); do
        process=${entry#/proc/}
        kill -KILL "${process%/environ}"
      done
    done
    rm -rf "$1"*
    """

  /// Starts the shell for folders whose paths begin with `prefix`. Where there is no shell nobody inherits.
  init(of prefix: String) {
    // grep takes each line for a mark of its own, and the first of two would be anybody's.
    guard !prefix.contains(where: \.isNewline) else {
      lifeline = nil
      return
    }
    let pipe = Pipe()
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", Self.will, "sh", prefix]
    shell.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    shell.standardInput = pipe
    shell.standardOutput = FileHandle.nullDevice
    shell.standardError = FileHandle.nullDevice
    // A judge without an heir judges as well as one with.
    lifeline = (try? shell.run()) == nil ? nil : pipe.fileHandleForWriting
  }

  /// Lets go of the pipe, as the end of the judge does.
  func inherit() {
    // Who has no pipe has no heir.
    try? lifeline?.close()
  }
}
