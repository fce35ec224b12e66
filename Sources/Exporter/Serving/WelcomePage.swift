/// The page for a person who opens the exporter in a browser.
enum WelcomePage {
  static let html = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>BigBlueButton exporter</title>
    <style>
    :root { color-scheme: light dark; --ink: #16202c; --soft: #5a6878; --paper: #f6f8fa; --card: #fff; --line: #dde3ea; --blue: #1565c0; }
    @media (prefers-color-scheme: dark) {
    :root { --ink: #e6edf3; --soft: #94a3b4; --paper: #0f151c; --card: #18212b; --line: #2a3644; --blue: #6cb2ff; }
    }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
    main { max-width: 40rem; margin: 12vh auto; padding: 0 1.25rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
    .version { color: var(--soft); margin: 0 0 1.5rem; }
    ul { list-style: none; margin: 1.5rem 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
    li { padding: .8rem 1.1rem; display: flex; gap: 1rem; flex-wrap: wrap; }
    li + li { border-top: 1px solid var(--line); }
    a { color: var(--blue); font: 600 .95rem/1.6 ui-monospace, monospace; text-decoration: none; min-width: 7rem; }
    a:hover, a:focus { text-decoration: underline; }
    li span { color: var(--soft); }
    </style>
    </head>
    <body>
    <main>
    <h1>BigBlueButton exporter</h1>
    <p class="version">\(ExporterIdentity.name) \(ExporterIdentity.version)</p>
    <p>Watches a BigBlueButton server through its API and offers what it sees to Prometheus: meetings, the people in
    them, recordings, and how the API itself fares.</p>
    <ul>
    <li><a href="/metrics">/metrics</a><span>the metrics, for Prometheus to scrape</span></li>
    <li><a href="/-/healthy">/-/healthy</a><span>answers as long as the exporter lives</span></li>
    </ul>
    </main>
    </body>
    </html>

    """
}
