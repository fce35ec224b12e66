import ArgumentParser
import Exporter

/// The process; everything else is in the library, where tests reach it.
@main
enum BBBExporter {
  static func main() async {
    await ExporterCommand.main()
  }
}
