/// How the page looks.
enum HTMLStyle {
  /// One colour a verdict, each with a mark of its own, so that nobody has to tell colours apart.
  static let sheet: Markup = """
    :root { color-scheme: light dark; --ink: #17202b; --soft: #586575; --paper: #f5f7f9; --card: #fff; --line: #dbe1e8;
    --passed: #1f8a4c; --failed: #c62f3b; --warned: #a86a00; --skipped: #75808d; --blocked: #6b5bb5; --broken: #9c2f8a;
    --bad: #fdecee; --good: #e9f6ee; --worse: #f7bfc5; --better: #b4e2c4; --link: #1658a8; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e5ebf2; --soft: #98a6b6; --paper: #0f151c; --card: #172029;
    --line: #2a3642; --passed: #4cc281; --failed: #ff7b83; --warned: #e6ae4a; --skipped: #8d99a6; --blocked: #a99bf0;
    --broken: #e07fd0; --bad: #3a1c22; --good: #14301f; --worse: #7c2b37; --better: #1f6a3d; --link: #8fbdf5; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
    h3 { font-size: 1rem; margin: 0 0 .5rem; font-weight: 600; overflow-wrap: anywhere; }
    code, pre { font: .875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    small { color: var(--soft); font-weight: 400; }
    header { border-left: .4rem solid var(--warned); padding: .25rem 0 .25rem 1rem; }
    header.exit-0 { border-color: var(--passed); } header.exit-1 { border-color: var(--failed); }
    header.exit-70 { border-color: var(--broken); }
    .tool, .exit { margin: 0; color: var(--soft); } .partial { margin: .5rem 0 0; font-weight: 600; color: var(--warned); }
    .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1.25rem 0; }
    .facts dt { color: var(--soft); font-size: .8rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
    .tiles, .legend, .contract, .notes { list-style: none; padding: 0; margin: 0; }
    .tiles { display: flex; flex-wrap: wrap; gap: .6rem; }
    .tiles li { background: var(--card); border: 1px solid var(--line); border-top: .25rem solid var(--skipped);
    border-radius: .4rem; padding: .5rem .9rem; min-width: 6.5rem; color: var(--soft); }
    .tiles b { display: block; font-size: 1.6rem; line-height: 1.15; color: var(--ink); }
    .tiles .unverified { border-top-style: dashed; } .tiles .passed { border-top-color: var(--passed); } .tiles .failed { border-top-color: var(--failed); }
    .tiles .warned, .tiles .known-failure { border-top-color: var(--warned); } .tiles .blocked { border-top-color: var(--blocked); }
    .tiles .setup-failed, .tiles .harness-failed { border-top-color: var(--broken); }
    .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
    th { text-align: left; font-weight: 600; font-size: .875rem; } thead th { color: var(--soft); }
    th, td { padding: .4rem .75rem .4rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
    .number { text-align: right; white-space: nowrap; padding-right: 0; }
    .matrix { width: auto; min-width: 60%; } .matrix td { max-width: 22rem; line-height: 1; }
    .square { display: inline-block; width: 1.05rem; height: 1.05rem; margin: 0 .2rem .2rem 0; border-radius: .2rem;
    vertical-align: middle; color: var(--paper); font: 700 .7rem/1.05rem system-ui, sans-serif; text-align: center;
    text-decoration: none; background: var(--skipped); }
    .square span { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    .square:hover, .square:focus { outline: 2px solid var(--ink); outline-offset: 1px; }
    .square.passed { background: var(--passed); } .square.failed { background: var(--failed); }
    .square.warned, .square.known-failure { background: var(--warned); } .square.blocked { background: var(--blocked); }
    .square.setup-failed, .square.harness-failed { background: var(--broken); }
    .square.failed::before { content: "\\2715"; } .square.known-failure::before { content: "\\2248"; } .square.warned::before { content: "!"; }
    .square.skipped::before { content: "\\2013"; } .square.blocked::before { content: "?"; }
    .square.setup-failed::before, .square.harness-failed::before { content: "\\2020"; }
    .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .75rem; color: var(--soft); font-size: .875rem; }
    .verdict { font-weight: 600; white-space: nowrap; } .verdict.passed { color: var(--passed); }
    .verdict.failed { color: var(--failed); } .verdict.warned, .verdict.known-failure { color: var(--warned); }
    .verdict.skipped { color: var(--skipped); } .verdict.blocked { color: var(--blocked); }
    .verdict.setup-failed, .verdict.harness-failed { color: var(--broken); }
    article { background: var(--card); border: 1px solid var(--line); border-left: .3rem solid var(--warned);
    border-radius: .4rem; padding: 1rem 1.25rem; margin: 0 0 1rem; }
    article.failed { border-left-color: var(--failed); } article.blocked { border-left-color: var(--blocked); }
    article.setup-failed, article.harness-failed { border-left-color: var(--broken); }
    article p { margin: .5rem 0; overflow-wrap: anywhere; } article:target, tr:target { outline: 2px solid var(--ink); }
    .contract { color: var(--soft); font-size: .9rem; } .contract b, .why b { color: var(--ink); font-weight: 600; }
    .findings { padding-left: 1.4rem; margin: .75rem 0; } .findings > li { margin: 0 0 .75rem; overflow-wrap: anywhere; }
    .why { color: var(--soft); font-size: .9rem; } .advice { color: var(--warned); font-weight: 600; }
    pre { margin: .4rem 0; border: 1px solid var(--line); border-radius: .3rem; padding: .35rem 0; white-space: pre-wrap; }
    .quotation { padding: .5rem .75rem; color: var(--soft); }
    .diff > span { display: flow-root; padding: 0 .75rem; } .diff i { font-style: normal; }
    .diff .expected { background: var(--good); } .diff .actual { background: var(--bad); }
    .diff .gap, .quotation .gap { color: var(--soft); font-style: italic; } .diff em, .quotation em { color: var(--soft); }
    .diff mark { color: inherit; border-radius: .15rem; font-weight: 700; } .expected mark { background: var(--better); }
    .actual mark { background: var(--worse); }
    .diff .label { float: right; color: var(--soft); font: .75rem/1.9 system-ui, sans-serif; padding-left: 1rem; }
    .notes { color: var(--soft); font-size: .9rem; }
    .rerun { background: var(--paper); padding: .4rem .75rem; margin-bottom: 0; user-select: all; }
    nav { margin: 1.25rem 0 0; } a { color: var(--link); text-underline-offset: .15em; }
    @media (max-width: 40rem) { main { padding: 1rem .85rem 3rem; } article { padding: .85rem .9rem; } h1 { font-size: 1.6rem; }
    .tiles li { flex: 1 1 6.5rem; } .cases thead { display: none; } .cases, .cases tbody { display: block; }
    .cases tr { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
    .cases td { border: 0; padding: 0; } .cases td:nth-child(4) { order: 1; flex: 1 0 100%; } .cases td:nth-child(3) { flex: 1 0 100%;
    order: -1; } .cases .number { margin-left: auto; color: var(--soft); } }
    @media print { body { background: none; } article { break-inside: avoid; } }
    """
}
