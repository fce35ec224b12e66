extension Contract {
  /// §3: what is asked of the API.
  static let requestLines = [
    ContractLine(
      "§3 requests", "getMeetings and getRecordings for four states, signed by checksum, at each scrape"),
    ContractLine("§3 grouped integers", "integers may arrive grouped (1,234) and are still integers"),
    ContractLine("§3 failed calls", "a failed call counts in the latency histogram"),
  ]

  /// §4: what is right where 0.7.1 is wrong. The places are short names of the table's conditions.
  static let rightLines = [
    ContractLine("§4 getMeetings fails", "api_up 0; meeting families absent, never a false 0"),
    ContractLine(
      "§4 recordings call fails", "api_up follows getMeetings; every call has its own success gauge"),
    ContractLine("§4 checksumError after a success", "api_up 0, and the cause is named"),
    ContractLine(
      "§4 failed scrape between", "each internalMeetingID is counted once while the process lives"),
    ContractLine("§4 same external ID", "a new internalMeetingID, counted again"),
    ContractLine("§4 grouped participants", "1,234 participants are 1234"),
    ContractLine("§4 other grouping", "1.234 and 1 234, with any kind of space, are 1234"),
    ContractLine(
      "§4 odd fields",
      "a count, isBreakout, clientType or internalMeetingID that is missing, bbb-origin twice, text in metadata: that"
        + " field alone is passed over, and counted in an anomaly counter"),
    ContractLine("§4 differing case", "clientType or origin that differ only in case are summed into one"),
    ContractLine("§4 recordings without a list", "getRecordings SUCCESS without <recordings> means 0"),
    ContractLine("§4 API hangs", "answers within the scrape timeout of the request's header, with api_up 0"),
    ContractLine("§4 slow API", "calls run side by side: one latency, not five"),
    ContractLine("§4 scrapes at once", "scrapes at the same time share one set of calls"),
    ContractLine("§4 other paths", "a page at /, a health answer, 404 elsewhere; never a full scrape"),
    ContractLine(
      "§4 wanted families", "/metrics?name[]=x makes only the calls that the wanted families need"),
    ContractLine("§4 wall clock", "latencies come from a monotonic clock; none is negative"),
    ContractLine("§4 disk: two formats", "counted once, by record ID"),
    ContractLine(
      "§4 disk: imported recordings", "counted by the folder they lie in; deleted is never negative"),
    ContractLine("§4 disk: unpublished", "unpublished, from its folder; not deleted"),
    ContractLine("§4 disk: unprocessed", "in the pipeline and not yet processed, not every recording ever"),
    ContractLine("§4 disk: permission denied", "that metric absent, a warning, the rest served"),
    ContractLine(
      "§4 recordings by limit",
      "getRecordings is asked with limit, and totalElements read where the server gives it (#137)"),
    ContractLine("§4 TLS_VERIFY", "TLS_VERIFY=no or 0 is a clear error at start"),
  ]
}
