"""A web hook whose calls bbbctl signs: it is made, told of a meeting over HTTP, listed and removed."""
import hashlib
import http.server
import json
import re
import threading
import urllib.parse

from peers import bbbctl
from processes import expect, fetch, main, simulator, wait_until


class Receiver(http.server.BaseHTTPRequestHandler):
    """Keeps every body that is posted to it together with the query it came with."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.deliveries.append((self.path, body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Says nothing: the check's own lines are enough."""


def signed(server, action, **parameters):
    """The answer to a call whose checksum bbbctl worked out."""
    words = [f"{name}={value}" for name, value in parameters.items()]
    return fetch(bbbctl(server, "sign", action, *words).strip())


def events(deliveries):
    forms = [urllib.parse.parse_qs(body) for _, body in deliveries]
    return [event["data"]["id"] for form in forms for event in json.loads(form["event"][0])]


def expect_signed(server, url, delivery):
    """The checksum covers the hook's own URL, the body as it was sent, and the secret (bbb-webhooks)."""
    path, body = delivery
    checksum = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)["checksum"][0]
    right = hashlib.sha1((url + body + server["API_SECRET"]).encode()).hexdigest()
    expect(checksum == right, f"a delivery came with the checksum {checksum} instead of {right}")


def check_hooks(server, receiver):
    url = f"http://127.0.0.1:{receiver.server_port}/hook"
    made = signed(server, "hooks/create", callbackURL=url)
    hook_id = re.search("<hookID>(.*?)</hookID>", made)
    expect(hook_id, f"hooks/create answered {made}")
    bbbctl(server, "meeting", "create", "told", "Told to a hook")
    bbbctl(server, "meeting", "end", "told")
    wait_until(lambda: "meeting-ended" in events(receiver.deliveries), "the hook was told that the meeting ended")
    told = events(receiver.deliveries)
    expect(told[0] == "meeting-created", f"the hook was told {told}")
    expect_signed(server, url, receiver.deliveries[0])
    expect(url in signed(server, "hooks/list"), "hooks/list does not show the hook")
    signed(server, "hooks/destroy", hookID=hook_id[1])
    expect(url not in signed(server, "hooks/list"), "hooks/list shows a hook that was removed")
    print("bbbctl signs hooks/create, hooks/list and hooks/destroy; the hook is told of a meeting")


def check():
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    receiver.deliveries = []
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    with simulator("quiet-server", "--clock", "frozen") as server:
        check_hooks(server, receiver)
    receiver.shutdown()


main(check)
