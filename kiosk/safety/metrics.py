"""The health record as Prometheus reads it: a file for the textfile collector of its node exporter.

Sources: Prometheus, *Text-based exposition format* and *Metric and label naming*.
"""

from collections.abc import Iterator

from kiosk.safety.health import Health, complaints

FILE = "kiosk.prom"

Value = float | int | bool | None


def text(health: Health) -> str:
    """What the file holds. What is not known is left out."""
    return "".join(f"{line}\n" for line in _lines(health))


def _lines(health: Health) -> Iterator[str]:
    info = {"version": health.version, "revision": health.revision[:12], "content": health.content}
    yield from _metric("info", "Of what runs and shows; always 1.", 1, labels=info)
    gauges: tuple[tuple[str, str, Value], ...] = (
        ("uptime_seconds", "Time since the program started.", health.uptime),
        ("complaints", "What is wrong, as `kiosk status` tells.", len(complaints(health))),
        ("rung", "0: the content, 2: the last good one, 4: the shipped one, 6: the name alone.", health.rung),
        ("unclean_ends", "Crashes and the like of late.", len(health.unclean_ends)),
        ("content_errors", "Errors in the content file.", health.errors),
        ("content_warnings", "Warnings about the content file.", health.warnings),
        ("visit", "Whether somebody is using the screen.", health.mode == "visit"),
        ("asleep", "Whether the screen is off as it is to be.", health.is_asleep),
        ("last_visit_age_seconds", "Time since somebody was there; absent if nobody was.", health.last_visit),
        ("longest_frame_seconds", "What the slowest frame of the last hour took.", health.longest_frame),
        ("displays", "Displays that are connected.", len(health.displays)),
        ("dark", "Whether no display is lit.", health.is_dark),
        ("touch_screens", "Touch screens that are connected.", health.touch_screens),
        ("clock_trusted", "Whether the wall clock can be believed.", not health.clock),
        ("resident_memory_bytes", "Memory held, shared memory included.", health.measured["memory"]),
        ("proportional_memory_bytes", "The same, shared memory divided.", health.measured["memory_share"]),
        ("threads", "Threads of the program.", health.measured["threads"]),
        ("open_files", "Files that the program has open.", health.measured["open_files"]),
        ("state_disk_free_bytes", "Free space for the state folder.", health.measured["disk_free"]),
    )
    for name, told, value in gauges:
        yield from _metric(name, told, value)
    yield from _metric("frames_total", "Frames presented.", health.frames, kind="counter")
    yield from _metric("lost_messages_total", "Messages that no log took.", health.lost_messages, kind="counter")


def _metric(
    name: str, told: str, value: Value, *, kind: str = "gauge", labels: dict[str, str] | None = None
) -> Iterator[str]:
    if value is None:
        return
    yield f"# HELP kiosk_{name} {told}"
    yield f"# TYPE kiosk_{name} {kind}"
    between = ",".join(f'{label}="{_escaped(said)}"' for label, said in (labels or {}).items())
    yield f"kiosk_{name}{f'{{{between}}}' if between else ''} {float(value):.15g}"


def _escaped(value: str) -> str:
    # A path may hold bytes that are no UTF-8, which the exporter would refuse with all the rest.
    readable = value.encode(errors="replace").decode()
    return readable.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
