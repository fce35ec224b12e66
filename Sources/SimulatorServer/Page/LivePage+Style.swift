extension LivePage {
  /// How the page looks, in light and dark.
  static let style = """
    :root { color-scheme: light dark;
      --ink: light-dark(#17212d, #e6edf3); --soft: light-dark(#5a6878, #93a3b3);
      --paper: light-dark(#f3f5f8, #0c1218); --card: light-dark(#fff, #151d26); --line: light-dark(#dfe5ec, #263240);
      --blue: light-dark(#1a5fd0, #6cb2ff); --wash: light-dark(#e8f0fd, #16283f); --red: light-dark(#b3261e, #ff8a80);
      --blush: light-dark(#fdeceb, #3a1d1e); --amber: light-dark(#8a5300, #ffc46b); --sand: light-dark(#fff3dc, #37290f);
      --green: light-dark(#146c3a, #6fd99a) }
    * { box-sizing: border-box }
    [hidden] { display: none !important }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
    header, main, footer, #notice, #token-form, #noscript { max-width: 82rem; margin: 0 auto; padding: 0 1.5rem }
    header { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: center; justify-content: space-between;
      padding-top: 1.5rem; padding-bottom: 1.25rem }
    h1 { font-size: 1.25rem; line-height: 1.3; margin: 0; display: flex; gap: .5rem; align-items: center }
    h2 { font-size: 1rem; margin: 0; margin-right: auto }
    h2:focus { outline: none }
    p { margin: 0 }
    .soft, dt, th { color: var(--soft) }
    .brand { display: flex; gap: .9rem; align-items: center; min-width: 0; flex: 1 1 20rem }
    .brand > svg { width: 2.5rem; height: 2.5rem; flex: none }
    .brand > div { min-width: 0 }
    #scenario { overflow: hidden; text-overflow: ellipsis; display: -webkit-box; -webkit-line-clamp: 2;
      -webkit-box-orient: vertical }
    .clock { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: center }
    .time { display: flex; align-items: center; gap: .6rem }
    time { font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap }
    .controls { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center }
    .chip { font-size: .78rem; font-weight: 600; padding: .1rem .55rem; border-radius: 1rem; background: var(--wash);
      color: var(--blue); white-space: nowrap }
    .chip.still { background: var(--sand); color: var(--amber) }
    .chip.bad { background: var(--blush); color: var(--red) }
    button, select, input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
      border-radius: .45rem; padding: .28rem .7rem; min-height: 2.1rem }
    button { cursor: pointer; font-weight: 500 }
    button:hover:not(:disabled) { border-color: var(--blue); color: var(--blue) }
    button:disabled { opacity: .45; cursor: default }
    #run { background: var(--blue); border-color: var(--blue); color: var(--card); min-width: 5.5rem }
    #run:hover { color: var(--card); filter: brightness(1.08) }
    input[type=checkbox] { min-height: 0; accent-color: var(--blue) }
    :focus-visible { outline: 3px solid var(--blue); outline-offset: 2px }
    .field { display: inline-flex; gap: .45rem; align-items: center; color: var(--soft); font-size: .87rem }
    #search { width: 11rem }
    .skip { position: absolute; left: -99rem }
    .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .4rem .8rem; z-index: 1 }
    #notice, #token-form, #noscript { margin-bottom: 1rem }
    #notice { background: var(--blush); color: var(--red); border-radius: .6rem; padding: .6rem 1rem; width: fit-content }
    main { display: grid; grid-template-columns: minmax(0, 1.65fr) minmax(0, 1fr); gap: 1.25rem; align-items: start }
    .tiles { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(6, 1fr); gap: .75rem; margin: 0 }
    .tiles div, .card { background: var(--card); border: 1px solid var(--line); border-radius: .8rem }
    .tiles div { padding: .7rem 1rem }
    dt { font-size: .82rem }
    dd { margin: 0; font-size: 1.55rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums }
    .side { display: grid; gap: 1.25rem }
    .head, .foot { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .8rem 1.1rem }
    .foot { border-top: 1px solid var(--line); justify-content: space-between; font-size: .87rem }
    .pager { display: flex; gap: .4rem }
    .scroll { overflow: auto }
    table { width: 100%; border-collapse: collapse }
    th { text-align: left; font-size: .78rem; font-weight: 500; padding: .3rem .5rem }
    td { padding: .5rem .5rem; border-top: 1px solid var(--line); vertical-align: middle }
    th:first-child, td:first-child { padding-left: 1.1rem }
    th:last-child, td:last-child { padding-right: 1.1rem }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    .name { font-weight: 600; overflow-wrap: anywhere }
    .id { color: var(--soft); font: .8rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
    .badges { display: inline-flex; gap: .3rem; margin-left: .5rem; vertical-align: .08em }
    .bar { height: 3px; border-radius: 2px; background: var(--blue); margin: .2rem 0 0 auto; min-width: 2px }
    .gone td { opacity: .55 }
    .empty { padding: 1.6rem 1.1rem; color: var(--soft); text-align: center }
    ol, ul { list-style: none; margin: 0; padding: 0 }
    #requests { max-height: 31rem }
    li { padding: .45rem 1.1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere }
    .line { display: flex; gap: .6rem; align-items: baseline }
    .line b { font-weight: 600 }
    .line .at { color: var(--soft); font-size: .8rem; font-variant-numeric: tabular-nums; margin-left: auto;
      white-space: nowrap }
    .good { color: var(--green) }
    .bad { color: var(--red) }
    .why { font-size: .87rem; color: var(--soft) }
    .line .state { font-size: .82rem }
    footer { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; padding-top: 1.5rem;
      padding-bottom: 2rem; font-size: .87rem }
    nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem }
    a { color: var(--blue) }
    @media (max-width: 62rem) {
      main { grid-template-columns: minmax(0, 1fr) }
      .tiles { grid-template-columns: repeat(3, 1fr) }
    }
    @media (max-width: 34rem) {
      header, main, footer { padding-left: .9rem; padding-right: .9rem }
      th:nth-child(3), td:nth-child(3), th:nth-child(4), td:nth-child(4), th:nth-child(5), td:nth-child(5) { display: none }
      dd { font-size: 1.3rem }
    }
    """
}
