extension WelcomePage {
  /// Light and dark, by what the reader's system says.
  static let style = """
    :root { color-scheme: light dark; --ink: #16202c; --soft: #566475; --paper: #f5f7fa; --card: #fff; --line: #dde3ea; --blue: #0b57b0; }
    @media (prefers-color-scheme: dark) {
    :root { --ink: #e6edf3; --soft: #9aa8b8; --paper: #0f151c; --card: #18212b; --line: #2a3644; --blue: #7ab8ff; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
    main { max-width: 46rem; margin: 0 auto; padding: clamp(1.5rem, 8vh, 5rem) 1.25rem 3rem; }
    header { border-left: .3rem solid var(--blue); padding-left: 1rem; margin-bottom: 1.25rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; }
    h2 { font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); margin: 2rem 0 .6rem; }
    header p { margin: .15rem 0 0; }
    .soft, li span { color: var(--soft); }
    ul { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
    li { padding: .7rem 1.1rem; display: grid; grid-template-columns: 13rem 1fr; gap: .1rem 1rem; align-items: baseline; }
    li + li { border-top: 1px solid var(--line); }
    a, b { font: 600 .92rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
    a { color: var(--blue); text-decoration: none; }
    a.soft { font-weight: 400; }
    a:hover, a:focus-visible { text-decoration: underline; }
    @media (max-width: 34rem) { li { grid-template-columns: 1fr; } }
    """
}
