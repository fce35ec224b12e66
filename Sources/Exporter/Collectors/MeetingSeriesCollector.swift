import PrometheusText

/// Single meetings, where they are asked for; absent when getMeetings failed. What a meeting does not say is not there.
struct MeetingSeriesCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    guard case .success(let tally) = source.findings.meetings, let series = tally.series else { return [] }
    let meetings = series.meetings
    return [
      gauge(.meetingParticipants, of: meetings) { $0.participants.map(Double.init) },
      gauge(.meetingListeners, of: meetings) { $0.listeners.map(Double.init) },
      gauge(.meetingVoiceParticipants, of: meetings) { $0.voiceParticipants.map(Double.init) },
      gauge(.meetingVideoParticipants, of: meetings) { $0.videoParticipants.map(Double.init) },
      gauge(.meetingModerators, of: meetings) { $0.moderators.map(Double.init) },
      gauge(.meetingRecording, of: meetings) { $0.isRecorded.map { $0 ? 1 : 0 } },
      gauge(.meetingDuration, of: meetings) { $0.duration },
    ] + names(of: meetings, in: source) + [Metric.meetingSeriesDropped.gauge(Double(series.dropped))]
  }

  private func gauge(
    _ metric: Metric, of meetings: [SeriesMeeting], _ value: (SeriesMeeting) -> Double?
  ) -> MetricFamily {
    metric.gauge(meetings.compactMap { meeting in value(meeting).map { ([meeting.id.text], $0) } })
  }

  private func names(of meetings: [SeriesMeeting], in source: PageSource) -> [MetricFamily] {
    guard source.settings.meetingSeries?.showsNames == true else { return [] }
    let values = meetings.compactMap { meeting in
      meeting.names.map { (labels: [meeting.id.text, $0.externalID, $0.name], value: 1.0) }
    }
    return [Metric.meetingInfo.gauge(values)]
  }
}
