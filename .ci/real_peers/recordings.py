"""bbbctl, python-sage-bbb and asyncbbb list, publish, describe, caption and delete the simulator's recordings."""
import asyncio
import json
import pathlib
import tempfile

from peers import bbbctl
from processes import expect, fetch, main, simulator

import asyncbbb
import sage_bbb.services.client

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning.\n"


def listed(server):
    """The recordings as bbbctl reads them, by their IDs."""
    lines = bbbctl(server, "--format", "jsonline", "record", "list").splitlines()
    return {recording["recordID"]: recording for recording in map(json.loads, lines)}


def check_bbbctl(server):
    record_id = next(iter(listed(server)))
    for verb, state in (("unpublish", "unpublished"), ("publish", "published")):
        bbbctl(server, "record", verb, record_id)
        now = listed(server)[record_id]["state"]
        expect(now == state, f"after bbbctl record {verb} the recording is {now}")
    bbbctl(server, "record", "delete", record_id)
    expect(record_id not in listed(server), "the recording that bbbctl deleted is still listed")
    print("bbbctl: recordings are listed, unpublished, published and deleted")


def check_sage(server):
    client = sage_bbb.services.client.BigBlueButtonClient(server["API_BASE_URL"], server["API_SECRET"])
    record_id = next(iter(listed(server)))
    answer = client.recordings.publish_recording(record_id, False)
    expect(answer["published"] == "false", f"sage: publishRecordings answered {answer}")
    expect(listed(server)[record_id]["state"] == "unpublished", "sage unpublished a recording and it is not")
    print("python-sage-bbb: a recording is unpublished")


async def check_asyncbbb(server):
    client = asyncbbb.BigBlueButton(server["API_BASE_URL"].removesuffix("/api/"), server["API_SECRET"])
    record_id = next(iter(listed(server)))
    await client.update_recordings(record_id=record_id, meta={"subject": "History & Art"})
    subject = listed(server)[record_id]["metadata"]["subject"]
    expect(subject == "History & Art", f"asyncbbb: after updateRecordings the subject is {subject!r}")
    with tempfile.TemporaryDirectory() as folder:
        captions = pathlib.Path(folder, "captions.vtt")
        captions.write_text(CAPTIONS)
        put = await client.put_recording_text_track(record_id, "subtitles", "de", "Deutsch", str(captions))
    expect(put["messageKey"] == "upload_text_track_success", f"asyncbbb: putRecordingTextTrack answered {put}")
    tracks = await client.get_recording_text_tracks(record_id)
    expect(any(track["lang"] == "de" for track in tracks), f"asyncbbb: the track it put is not among {tracks}")
    href = next(track["href"] for track in tracks if track["lang"] == "de")
    expect("Good morning." in fetch(href), "the text track is not what asyncbbb uploaded")
    await client.delete_recordings(record_id=record_id)
    try:
        await client.delete_recordings(record_id=record_id)
        raise AssertionError("asyncbbb deleted a recording twice")
    except asyncbbb.BigBlueButtonException as failure:
        expect(failure.message_key == "notFound", f"asyncbbb: the second delete failed with {failure.message_key}")
    print("asyncbbb: a recording is described, captioned and deleted, once")


def check():
    with simulator("lecture-day", "--clock", "frozen", "--at", "5m") as server:
        check_bbbctl(server)
        check_sage(server)
        asyncio.run(check_asyncbbb(server))


main(check)
