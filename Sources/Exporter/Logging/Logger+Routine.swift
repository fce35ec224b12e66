import Logging

extension Logger {
  /// For the frameworks, which tell of every start and stop at level info; this exporter does that itself.
  var withoutRoutine: Logger {
    var logger = self
    logger.logLevel = max(logLevel, .warning)
    return logger
  }
}
