extension LivePage {
  /// What stands on the page before the script fills it.
  static let markup = """
    <a class="skip" href="#meetings-title">Skip to the meetings</a>
    <header>
      <div class="brand">
        \(Favicon.svg)
        <div>
          <h1>bbb-sim <span id="profile" class="chip" hidden></span></h1>
          <p id="scenario" class="soft">connecting …</p>
        </div>
        <label id="servers-field" class="field" hidden>Server <select id="servers"></select></label>
      </div>
      <section class="clock" aria-label="Simulated clock">
        <div class="time">
          <time id="now">–</time>
          <span id="rate" class="chip">–</span>
        </div>
        <div class="controls" role="group" aria-label="Change the clock">
          <button id="run" type="button">Freeze</button>
          <button type="button" data-advance="1m">+1 min</button>
          <button type="button" data-advance="5m">+5 min</button>
          <button type="button" data-advance="1h">+1 h</button>
          <label class="field">Speed
            <select id="speed">
              <option value="1">1×</option><option value="10">10×</option><option value="60">60×</option>
              <option value="600">600×</option><option value="3600">3600×</option>
            </select>
          </label>
        </div>
      </section>
    </header>
    <p id="notice" role="status" hidden></p>
    <form id="token-form" hidden>
      <label class="field">Control token <input id="token" type="password" autocomplete="off"></label>
      <button>Use it</button>
    </form>
    <noscript><p id="noscript">This page lives on JavaScript; the same is at <a href="/_sim/live">/_sim/live</a>.</p></noscript>
    <main>
      <dl class="tiles">
        <div><dt>Meetings</dt><dd id="meeting-count">–</dd></div>
        <div><dt>People</dt><dd id="people-count">–</dd></div>
        <div><dt>Microphones</dt><dd id="voice-count">–</dd></div>
        <div><dt>Cameras</dt><dd id="video-count">–</dd></div>
        <div><dt>Recordings</dt><dd id="recording-count">–</dd></div>
        <div><dt>Requests</dt><dd id="request-count">–</dd></div>
      </dl>
      <section class="card" aria-labelledby="meetings-title">
        <div class="head">
          <h2 id="meetings-title" tabindex="-1">Meetings</h2>
          <label class="field">Search <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
          <label class="field">Order
            <select id="order">
              <option value="created">newest first</option><option value="people">most people</option>
              <option value="name">by name</option>
            </select>
          </label>
        </div>
        <div class="scroll">
          <table>
            <thead>
              <tr><th scope="col">Meeting</th><th scope="col" class="number">People</th>
                <th scope="col" class="number">Mic</th><th scope="col" class="number">Cam</th>
                <th scope="col" class="number">Mods</th><th scope="col" class="number">For</th></tr>
            </thead>
            <tbody id="meetings"></tbody>
          </table>
        </div>
        <div class="foot">
          <span id="range" class="soft" role="status"></span>
          <span class="pager">
            <button id="previous" type="button">Previous</button><button id="next" type="button">Next</button>
          </span>
        </div>
      </section>
      <div class="side">
        <section class="card" aria-labelledby="requests-title">
          <div class="head">
            <h2 id="requests-title">Requests</h2>
            <label class="field"><input id="failures" type="checkbox"> only what went wrong</label>
          </div>
          <ol id="requests" class="scroll" tabindex="0" aria-label="Latest requests, newest first"></ol>
        </section>
        <section class="card" aria-labelledby="faults-title">
          <div class="head"><h2 id="faults-title">Faults in force</h2></div>
          <ul id="faults"></ul>
        </section>
      </div>
    </main>
    <footer>
      <nav aria-label="More">
        <a id="link-api" href="/bigbluebutton/api/">API</a>
        <a id="link-world" href="/_sim/world">world</a>
        <a id="link-requests" href="/_sim/requests">requests</a>
        <a href="/_sim/openapi.json">control API</a>
        <a href="/metrics">metrics</a>
      </nav>
      <p class="soft">A BigBlueButton server that exists only in software.</p>
    </footer>
    """
}
