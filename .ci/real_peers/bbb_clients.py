"""bbbctl, python-sage-bbb and asyncbbb list, create, join and end meetings on the simulator; their output is checked."""
import asyncio

from peers import bbbctl, meeting, open_link
from processes import expect, main, simulator

import asyncbbb
import sage_bbb.services.client


def check_bbbctl(server):
    listed = bbbctl(server, "meeting", "list")
    for known in ("Algebra Seminar", "Ada"):
        expect(known in listed, f"bbbctl meeting list does not show {known!r}: {listed[:400]}")
    bbbctl(server, "meeting", "create", "--meta", "bbb-origin=bbbctl", "office-hours", "Office hours")
    made = meeting(server, "office-hours")
    expect(made and made["metadata"] == {"bbb-origin": "bbbctl"}, f"after bbbctl meeting create the world has {made}")
    open_link(bbbctl(server, "meeting", "join", "--mod", "office-hours", "Ann Lee").strip())
    people = meeting(server, "office-hours")["attendees"]
    expect([(p["fullName"], p["role"]) for p in people] == [("Ann Lee", "MODERATOR")], f"after joining: {people}")
    expect("Ann Lee" in bbbctl(server, "meeting", "info", "office-hours"), "bbbctl meeting info does not show Ann Lee")
    bbbctl(server, "meeting", "chat", "office-hours", "The door is open.")
    bbbctl(server, "meeting", "end", "office-hours")
    expect(meeting(server, "office-hours") is None, "the meeting that bbbctl ended is still there")
    print("bbbctl: list, create, join, info, chat and end are right")


def check_sage(server):
    client = sage_bbb.services.client.BigBlueButtonClient(server["API_BASE_URL"], server["API_SECRET"])
    expect(client.check_connection()["returncode"] == "SUCCESS", "sage: the version page did not answer SUCCESS")
    expect(client.meetings.get_meetings()["returncode"] == "SUCCESS", "sage: getMeetings did not answer SUCCESS")
    made = client.meetings.create_meeting(name="Sage room", meeting_id="sage-1", attendee_pw="attend", moderator_pw="moderate")
    now = meeting(server, "sage-1")
    expect(now is not None and now["name"] == "Sage room", f"sage created {made} and the world has {now}")
    open_link(client.meetings.join_meeting("sage-1", "Bo Berg", "attend"))
    expect(meeting(server, "sage-1")["attendees"][0]["role"] == "VIEWER", "the attendee password did not make a viewer")
    expect(client.meetings.is_meeting_running("sage-1")["running"] == "true", "sage: the meeting is not running")
    expect(client.meetings.get_meeting_info("sage-1")["participantCount"] == "1", "sage: not one participant")
    expect(client.recordings.get_recordings("sage-1")["returncode"] == "SUCCESS", "sage: getRecordings did not answer SUCCESS")
    ended = client.meetings.end_meeting("sage-1", "moderate")
    expect(ended["messageKey"] == "sentEndMeetingRequest", f"sage: end said {ended}")
    expect(meeting(server, "sage-1") is None, "the meeting that sage ended is still there")
    print("python-sage-bbb: connect, list, create, join, info and end are right")


async def check_asyncbbb(server):
    client = asyncbbb.BigBlueButton(server["API_BASE_URL"].removesuffix("/api/"), server["API_SECRET"])
    await client.create("Waiting room", "async-1", guest_policy="ASK_MODERATOR")
    for name, guest, status in (("Cy", "true", "WAIT"), ("Di", "false", "ALLOW")):
        joined = await client.join(
            full_name=name, meeting_id="async-1", role="viewer", guest=guest, redirect=False)
        expect(joined["guestStatus"] == status, f"asyncbbb: {name} joined and was told {joined}")
    info = await client.get_meeting_info(meeting_id="async-1")
    expect(info["participantCount"] == "1", f"asyncbbb: beside the one who waits there are {info['participantCount']}")
    await client.end(meeting_id="async-1")
    print("asyncbbb: who is no guest is let in without a redirect, a guest waits")


def check():
    with simulator("two-rooms", "--clock", "frozen", "--at", "5m") as server:
        check_bbbctl(server)
        check_sage(server)
        asyncio.run(check_asyncbbb(server))


main(check)
