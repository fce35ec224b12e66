"""Draws memory by size of answer as SVG, both on logarithmic scales, light or dark as the reader's system is."""

import math

WIDTH, HEIGHT = 960, 440
LEFT, RIGHT, TOP, BOTTOM = 84, 792, 92, 380
SMALLEST, LARGEST = 2e4, 6e8  # bytes of an answer
LEAST, MOST = 10, 4000  # megabytes of memory
GOAL = 40
LEVELS = [10, 20, 40, 100, 200, 400, 1000, 2000, 4000]

# The hand of the timelines' pictures (Sources/TimelineEngine).
STYLE = (
    'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:12px;fill:#57606a}'
    ".card{fill:#fff}.title{font-size:22px;font-weight:650;fill:#1f2328}.about{font-size:14px}"
    ".grid{stroke:#d8dee4;stroke-width:1}.num{text-anchor:end}.mid{text-anchor:middle}"
    ".line{fill:none;stroke-width:2.5;stroke-linejoin:round}.goal{stroke:#009e73;stroke-width:1.5;stroke-dasharray:5 4}"
    ".ours{stroke:#0072b2}.theirs{stroke:#d55e00}.dot{stroke-width:2;fill:#fff}"
    ".name{font-size:14px;font-weight:600}.name.ours{fill:#0072b2;stroke:none}.name.theirs{fill:#b34700;stroke:none}"
    ".name.goal{fill:#007a59;stroke:none;font-weight:400;font-size:12px}"
    "@media (prefers-color-scheme:dark){text{fill:#9198a1}.card,.dot{fill:#0d1117}.title{fill:#f0f6fc}"
    ".grid{stroke:#30363d}.ours{stroke:#58a6ff}.theirs{stroke:#ff9b50}.goal{stroke:#3fb68b}"
    ".name.ours{fill:#58a6ff}.name.theirs{fill:#ff9b50}.name.goal{fill:#3fb68b}}")


def picture(series):
    """The picture of one or two series, each a list of (bytes of the answer, megabytes at most)."""
    ours, theirs = series["bbb-exporter"], series["0.7.1"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        ' role="img">',
        f"<title>Memory at most by size of getMeetings' answer: {spoken(ours)}</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="card" width="{WIDTH}" height="{HEIGHT}" rx="14"/>',
        text("title", LEFT, 40, "The answer grows, the exporter does not"),
        text("about", LEFT, 63, "Memory at most (MB, peak resident set) by size of the answer to getMeetings; both scales logarithmic."),
        *(level(megabytes) for megabytes in LEVELS),
        *(tick(size) for size, _ in ours),
        f'<line class="goal" x1="{LEFT}" y1="{y(GOAL)}" x2="{RIGHT}" y2="{y(GOAL)}"/>',
        text("name goal", RIGHT + 12, y(GOAL) + 4, "goal: 40 MB"),
    ]
    parts += line("ours", ours, f"bbb-exporter, {ours[-1][1]:.0f}", below=True)
    if theirs:
        parts += line("theirs", theirs, f"0.7.1, {theirs[-1][1]:,.0f}", below=False)
    return "\n".join([*parts, "</svg>"]) + "\n"


def spoken(points):
    return ", ".join(f"{size_text(size)}: {memory:.0f} MB" for size, memory in points)


def x(size):
    return round(LEFT + (RIGHT - LEFT) * math.log(size / SMALLEST) / math.log(LARGEST / SMALLEST), 1)


def y(megabytes):
    return round(BOTTOM - (BOTTOM - TOP) * math.log(megabytes / LEAST) / math.log(MOST / LEAST), 1)


def level(megabytes):
    return (f'<line class="grid" x1="{LEFT}" y1="{y(megabytes)}" x2="{RIGHT}" y2="{y(megabytes)}"/>'
            + text("num", LEFT - 10, y(megabytes) + 4, f"{megabytes:,}"))


def tick(size):
    return text("mid", x(size), BOTTOM + 24, size_text(size))


def line(kind, points, name, below):
    places = [(x(size), y(memory)) for size, memory in points]
    path = "L".join(f"{px} {py}" for px, py in places)
    dots = [f'<circle class="dot {kind}" cx="{px}" cy="{py}" r="4"/>' for px, py in places]
    labels = [
        text("mid", px, py + (20 if below else -12), f"{memory:,.0f}") for (px, py), (_, memory) in zip(places, points)]
    named = text(f"name {kind}", RIGHT + 12, places[-1][1] + (14 if below else 5), name)
    return [f'<path class="line {kind}" d="M{path}"/>', *dots, *labels[:-1], named]


def text(kind, px, py, words):
    return f'<text class="{kind}" x="{px}" y="{py}">{words}</text>'


def size_text(size):
    return f"{size / 1000:.0f} KB" if size < 1e5 else f"{size / 1e6:.1f} MB" if size < 1e6 else f"{size / 1e6:.0f} MB"
