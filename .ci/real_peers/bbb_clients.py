"""bbbctl and python-sage-bbb list, create, join and end meetings on the simulator; their output is checked."""
from peers import bbbctl, meeting, open_link
from processes import expect, main, simulator

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
    bbbctl(server, "meeting", "end", "office-hours")
    expect(meeting(server, "office-hours") is None, "the meeting that bbbctl ended is still there")
    print("bbbctl: list, create, join, info and end are right")


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


def check():
    with simulator("two-rooms", "--clock", "frozen", "--at", "5m") as server:
        check_bbbctl(server)
        check_sage(server)


main(check)
