extension LivePage {
  /// What the page does: asks once a second, writes what it hears as text, and passes on what a person wants.
  static let script = #"""
    'use strict'
    const base = location.pathname.replace(/\/+$/, '')
    const pageSize = 50
    const $ = id => document.getElementById(id)
    const count = new Intl.NumberFormat('en')
    const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric',
      hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' })
    let token = sessionStorage.getItem('token') ?? ''
    let from = 0
    let heard = null
    let timer = 0

    async function ask(path, body) {
      const headers = token ? { Authorization: 'Bearer ' + token } : {}
      if (body) headers['Content-Type'] = 'application/json'
      const answer = await fetch(base + '/_sim' + path,
        { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body), cache: 'no-store' })
      const json = await answer.json().catch(() => ({}))
      if (answer.ok) return json
      $('token-form').hidden = answer.status !== 401
      throw new Error([json.error ?? 'HTTP ' + answer.status, json.fix].filter(Boolean).join('; '))
    }

    function notice(text) {
      $('notice').textContent = text
      $('notice').hidden = !text
    }

    async function poll() {
      clearTimeout(timer)
      try {
        const query = new URLSearchParams({ from, limit: pageSize, search: $('search').value, order: $('order').value })
        const view = await ask('/live?' + query)
        heard = { view, at: performance.now() }
        show(view)
        $('token-form').hidden = true
        notice('')
      } catch (error) {
        notice(error instanceof TypeError ? 'The simulator does not answer.' : error.message)
      }
      timer = setTimeout(poll, document.hidden ? 5000 : 1000)
    }

    async function change(body) {
      try {
        await ask('/clock', body)
        await poll()
      } catch (error) {
        notice(error.message)
      }
    }

    function make(tag, className, ...children) {
      const element = document.createElement(tag)
      if (className) element.className = className
      element.append(...children)
      return element
    }

    // What did not change stays as it is, so that nobody loses a selection.
    function fill(id, key, children) {
      const element = $(id)
      if (element.dataset.key === key) return
      element.dataset.key = key
      element.replaceChildren(...children())
    }

    function tick() {
      if (!heard) return
      const ahead = (performance.now() - heard.at) * heard.view.rate
      const now = heard.view.millisecondsSinceEpoch + Math.min(ahead, 10000 * heard.view.rate)
      $('now').textContent = day.format(now)
      $('now').dateTime = new Date(now).toISOString()
    }

    function show(view) {
      document.title = (view.name ? view.name + ' · ' : '') + view.scenario + ' · bbb-sim'
      $('scenario').textContent = view.name ? view.name + ' plays ' + view.scenario : view.scenario + (view.about ? ': ' + view.about : '')
      $('profile').textContent = 'BBB ' + view.profile
      $('profile').hidden = false
      const still = view.rate === 0
      $('rate').textContent = still ? 'frozen' : view.rate + '×'
      $('rate').classList.toggle('still', still)
      $('run').textContent = still ? 'Resume' : 'Freeze'
      if (document.activeElement !== $('speed')) showSpeed(still ? view.runningRate : view.rate)
      $('meeting-count').textContent = count.format(view.meetingCount)
      $('people-count').textContent = count.format(view.participantCount)
      $('voice-count').textContent = count.format(view.voiceParticipantCount)
      $('video-count').textContent = count.format(view.videoCount)
      $('recording-count').textContent = count.format(view.recordingCount)
      $('request-count').textContent = count.format(view.requestCount)
      tick()
      showMeetings(view)
      showRequests(view)
      showFaults(view)
    }

    function showSpeed(rate) {
      const select = $('speed')
      if (![...select.options].some(option => Number(option.value) === rate)) {
        select.append(new Option(rate + '×', rate))
      }
      select.value = String(rate)
    }

    function showMeetings(view) {
      const now = view.millisecondsSinceEpoch
      const most = Math.max(1, ...view.meetings.map(meeting => meeting.participantCount))
      const rows = view.meetings.map(meeting => ({ ...meeting, age: age(now - meeting.createTime) }))
      fill('meetings', JSON.stringify(rows), () => rows.length ? rows.map(row => meetingRow(row, most)) : [nothing(view)])
      const last = from + view.meetings.length
      $('range').textContent = view.matchCount
        ? `${count.format(from + 1)}–${count.format(last)} of ${count.format(view.matchCount)}` : ''
      $('previous').disabled = from === 0
      $('next').disabled = last >= view.matchCount
      if (!view.meetings.length && from > 0) { from = 0; poll() }
    }

    function nothing(view) {
      const cell = make('td', 'empty', view.meetingCount ? 'No meeting is called so.' : 'No meeting just now.')
      cell.colSpan = 6
      return make('tr', '', cell)
    }

    function meetingRow(row, most) {
      const badges = make('span', 'badges')
      if (row.isBreakout) badges.append(make('span', 'chip', 'breakout'))
      if (row.recording) badges.append(make('span', 'chip bad', 'rec'))
      const people = make('td', 'number', count.format(row.participantCount))
      const bar = make('div', 'bar')
      bar.style.width = (100 * row.participantCount / most) + '%'
      if (row.participantCount) people.append(bar)
      return make('tr', row.participantCount ? '' : 'gone',
        make('td', '', make('span', 'name', row.name), badges, make('div', 'id', row.meetingID)), people,
        make('td', 'number', count.format(row.voiceParticipantCount)), make('td', 'number', count.format(row.videoCount)),
        make('td', 'number', count.format(row.moderatorCount)), make('td', 'number', row.age))
    }

    function age(milliseconds) {
      const minutes = Math.max(0, Math.floor(milliseconds / 60000))
      if (minutes < 60) return minutes + ' min'
      if (minutes < 2880) return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`
      return Math.floor(minutes / 1440) + ' d'
    }

    function showRequests(view) {
      const only = $('failures').checked
      const list = view.requests.filter(one => !only || one.messageKey || one.isFaulty || one.call === undefined).reverse()
      const empty = only && view.requests.length ? 'Nothing went wrong lately.' : 'Nobody has called yet.'
      fill('requests', only + JSON.stringify(list), () => list.length ? list.map(requestRow) : [make('li', 'empty', empty)])
    }

    function requestRow(one) {
      const isKnown = one.call !== undefined
      const state = make('span', 'state ' + (one.messageKey || !isKnown ? 'bad' : 'good'),
        one.messageKey ?? (isKnown ? 'ok' : 'no such call'))
      const line = make('div', 'line', make('b', '', one.call || (isKnown ? 'index' : one.method)), state)
      if (one.isFaulty) line.append(make('span', 'chip still', 'fault'))
      line.append(make('span', 'at', `#${count.format(one.sequence)} · ${one.now.slice(11, 19)}`))
      const item = make('li', '', line)
      if (one.diagnosis) item.append(make('div', 'why', one.diagnosis))
      return item
    }

    function showFaults(view) {
      fill('faults', JSON.stringify(view.faults), () => view.faults.length ? view.faults.map(fault =>
        make('li', '', make('div', 'line', make('b', '', fault.effect),
          make('span', 'at', `${count.format(fault.met)} met`)), make('div', 'why', fault.scope)))
        : [make('li', 'empty', 'None: every call is answered as BBB answers it.')])
    }

    async function showServers() {
      // The list is the root's; a server of a name shows the way to the others all the same.
      const answer = await fetch('/_sim/servers',
        { headers: token ? { Authorization: 'Bearer ' + token } : {}, cache: 'no-store' }).catch(() => null)
      if (!answer?.ok) return
      const list = await answer.json()
      $('servers-field').hidden = list.length < 2
      fill('servers', JSON.stringify(list.map(one => one.name)), () => list.slice(0, 1000).map(one => {
        const path = one.name ? '/' + one.name : ''
        return new Option(one.name ?? '(root)', path, false, path === base)
      }))
    }

    $('run').addEventListener('click', () => heard && change(heard.view.rate === 0 ? { resume: true } : { freeze: true }))
    $('speed').addEventListener('change', event => change({ speed: Number(event.target.value) }))
    for (const button of document.querySelectorAll('[data-advance]')) {
      button.addEventListener('click', () => change({ advance: button.dataset.advance }))
    }
    for (const id of ['search', 'order']) $(id).addEventListener('input', () => { from = 0; poll() })
    $('failures').addEventListener('input', () => heard && showRequests(heard.view))
    $('previous').addEventListener('click', () => { from = Math.max(0, from - pageSize); poll() })
    $('next').addEventListener('click', () => { from += pageSize; poll() })
    $('servers').addEventListener('change', event => { location.pathname = event.target.value + '/' })
    $('token-form').addEventListener('submit', event => {
      event.preventDefault()
      token = $('token').value
      sessionStorage.setItem('token', token)
      $('token').value = ''
      poll()
      showServers()
    })
    document.addEventListener('visibilitychange', () => document.hidden || poll())
    $('link-api').href = base + '/bigbluebutton/api/'
    $('link-world').href = base + '/_sim/world'
    $('link-requests').href = base + '/_sim/requests'
    setInterval(tick, 250)
    setInterval(showServers, 30000)
    showServers()
    poll()
    """#
}
