"""What the checks of BBB clients share: bbbctl as a command, and what the simulator itself says of its world."""
import json
import subprocess
import sys
import urllib.request

from processes import expect, fetch

BIN = sys.argv[1]


def bbbctl(server, *arguments):
    command = [f"{BIN}/bbbctl", "--server", server["API_BASE_URL"], "--secret", server["API_SECRET"], *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    expect(done.returncode == 0, f"bbbctl {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-400:]}")
    return done.stdout


def world(server):
    root = server["API_BASE_URL"].removesuffix("bigbluebutton/api/")
    return json.loads(fetch(f"{root}_sim/world"))


def meeting(server, meeting_id):
    found = [m for m in world(server)["meetings"] if m["meetingID"] == meeting_id]
    return found[0] if found else None


def open_link(url):
    """What a browser does with a join link: it follows the redirect and ends on a page."""
    with urllib.request.urlopen(url, timeout=30) as page:
        expect(page.status == 200 and "sessionToken=" in page.url, f"the join link ended at {page.url}")
