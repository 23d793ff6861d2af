"""`kiosk run`: reads the content, puts the show on the screen and keeps it there until asked to stop."""

import faulthandler
import logging
import os
import sys
import time
from collections.abc import Callable, Collection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap, QWindow

from kiosk import __version__, paths
from kiosk.bridge import fonts, qt_log, slides
from kiosk.bridge.content_watcher import ContentWatcher
from kiosk.bridge.full_screen import FullScreen
from kiosk.bridge.heartbeat import Watcher, watcher
from kiosk.bridge.lock_down import KeyGrip, shut_doors
from kiosk.bridge.play_log import PlayLog
from kiosk.bridge.screens import Wanted, place
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.signals import IN_TIME, Signals
from kiosk.bridge.stage import Stage, StageError
from kiosk.bridge.trial import Trial
from kiosk.bridge.vigil import Vigil
from kiosk.bridge.voice import Voice
from kiosk.content.markup import plain
from kiosk.content.model import Show
from kiosk.content.problems import no_slide, report
from kiosk.content.reader import Reading, read, shipped_content
from kiosk.options import (
    CONTENT_ERRORS,
    FINE,
    INTERNAL_ERRORS,
    NO_SCREEN,
    PLANNED_RESTART,
    WRONG_USE,
    RunOptions,
)
from kiosk.platform import end_with_parent, end_within, has_display, has_graphics_card, has_x_server
from kiosk.safety import ladder
from kiosk.safety.beginning import Beginning, begin, find
from kiosk.safety.clock import doubt_now, times_known
from kiosk.safety.ladder import Rung
from kiosk.safety.messages import Log
from kiosk.safety.only_one import is_only_one
from kiosk.safety.state_folder import lasting_folder, runtime_folder, state_folder
from kiosk.show.events import Event

if TYPE_CHECKING:
    from kiosk.bridge.health_recorder import HealthRecorder

log = logging.getLogger(__name__)

ICON = paths.shipped() / "resources" / "icon" / "kiosk.svg"

SETTLED = 250
"""Milliseconds after which the start is over, and what could wait is done."""

UNKNOWN = QSize(1920, 1080)
"""What is drawn for until a screen is there."""

QUIT_FILE = "KIOSK_QUIT_FILE"
"""Names the file that has a service stop for good (docs/decisions/lock-down.md)."""


def run(options: RunOptions) -> int:
    """Show the content until asked to stop; the exit status."""
    watching = watcher(os.environ)
    environment = dict(os.environ)
    status = run_once(options, watching)
    if status == PLANNED_RESTART and watching is None:
        # Nobody else would. What was to end this run must not end that one.
        end_within(0)
        logging.shutdown()
        os.execve(sys.executable, sys.orig_argv, environment)
    return status


def run_once(options: RunOptions, watching: Watcher | None) -> int:
    """Show the content until something ends it; the exit status."""
    if sys.stderr:
        faulthandler.enable()
    if not has_display(sys.platform, os.environ):
        log.error("there is no display to show on: start it in a graphical session, or `kiosk render` needs none")
        return NO_SCREEN
    # A window on somebody's desk is one program among others, and whoever sits there knows what it did before.
    is_kiosk = options.windowed is None or watching is not None
    state = state_folder(options.screen) if is_kiosk else None
    if "KIOSK_SUPERVISED" in os.environ:
        end_with_parent()
    elif not is_only_one(state):
        log.warning("a show is running already")
        return FINE
    told = Log(state)
    runtime = runtime_folder(options.screen) if is_kiosk else None
    # Before this run writes there.
    times = times_known([ICON, shipped_content(), *([state / ladder.FILE] if state else [])])
    vigil = Vigil(state, runtime, watching, options.restart_at)
    qt_log.install(vigil.end)
    found = find(options.content, lasting_folder(options.screen) if is_kiosk else None)
    report(found.reading.problems)
    # What the content no longer has may keep a person from starting it, but not a screen that nobody looks after.
    if not found.reading.errors and (refusal := refuse(options, found.reading.show)):
        log.error(refusal)
        if not watching:
            return WRONG_USE
    try:
        play_log = PlayLog(options.play_log) if options.play_log else None
    except OSError as error:
        log.error("%s: cannot be written: %s", options.play_log, error.strerror)
        if not watching:
            return WRONG_USE
        play_log = None

    choice = vigil.begin(__version__, found.reading.revision)
    if watching and "KIOSK_SUPERVISED" not in os.environ:
        # A supervisor takes its time itself.
        time.sleep(choice.pause)
    choose_renderer(is_software=choice.is_software)
    # QML would look for garbage a bit at a time, keep what is made meanwhile, and hold several times as much memory.
    os.environ.setdefault("QV4_GC_TIMELIMIT", "0")
    if options.windowed is None:
        shut_doors(os.environ, is_bundled=getattr(sys, "frozen", False))
    if has_x_server(os.environ):
        from kiosk.bridge.bare_x import is_silent

        if is_silent():
            log.error("the display server of '%s' says nothing", os.environ["DISPLAY"])
            return vigil.end(NO_SCREEN)
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("Kiosk")
    # The name of the desktop entry, from which a desktop takes the icon; where there is none, see below.
    app.setDesktopFileName("org.lobbykiosk.Kiosk")
    app.setQuitOnLastWindowClosed(options.windowed is not None)
    wanted = Wanted(options.screen)
    there = place(wanted)
    if there and there.missing:
        known = ", ".join(f"{number} ({each.name()})" for number, each in enumerate(app.screens()))
        log.error("there is no screen '%s'; there are: %s", "', '".join(there.missing), known)
        # It may come, as long as somebody waits for it.
        if not watching:
            return vigil.end(NO_SCREEN)
    signals = Signals(app)
    vigil.opened()
    size = QSize(*options.windowed) if options.windowed else there.area.size() if there else UNKNOWN

    def make_recorder() -> "HealthRecorder | None":
        if runtime is None:
            return None
        from kiosk.bridge.health_recorder import HealthRecorder
        from kiosk.safety.health import Record

        record = Record(runtime, state, os.environ.get("KIOSK_METRICS_DIR", ""))
        recorder = HealthRecorder(__version__, record, told, vigil, found.path, found.reading, times, app)
        app.aboutToQuit.connect(recorder.close)
        return recorder

    if choice.rung is Rung.PICTURE:
        return show_name(options, app, wanted, size, signals, vigil, found.reading.show, told, make_recorder())
    if choice.rung < Rung.SHIPPED:
        beginning = begin(found, is_doubted=choice.rung is Rung.LAST_GOOD)
    else:
        shipped = read(shipped_content())
        beginning = Beginning(shipped, shipped.revision)
    shown = beginning.reading
    if beginning.instead:
        log.error(beginning.instead)
    fonts.use_typeface(shown.show, shown.characters)

    voice = Voice()
    show = ShowViewModel(language=options.language, slide_id=options.start, voice=voice, title=vigil.last.title)
    if play_log:
        show.happened.connect(play_log.write)
    trial = Trial(found.store, parent=app) if found.store else None
    keeper = Keeper(show, found.reading, trial, found.store.denied() if found.store else ())
    if beginning.instead:
        show.happened.emit(Event("rejected", revision=found.reading.revision))
    elif trial and not shown.errors:
        trial.begin(shown)
    if shown.show:
        show.replace(shown.show, beginning.revision)
    if choice.can_resume and options.start is None:
        show.return_to(vigil.last.language, vigil.last.slide)
    is_calm, is_locked = choice.rung >= Rung.SHIPPED, options.windowed is None
    try:
        stage = Stage(show, size, turn=options.rotate, is_still=is_calm, is_locked=is_locked)
    except StageError as error:
        log.error("%s", error)
        return vigil.end(NO_SCREEN)
    vigil.watch(stage.window, show)
    if not is_locked:
        stage.tell(found.reading.errors)
    full_screen = open_window(stage.window, app, options, wanted)

    ends: list[Callable[[], None]] = []

    def settle() -> None:
        # The first slide need not wait for any of this; the first touch of a visit asks for what is taken away.
        import kiosk.bridge.take_away  # noqa: F401
        from kiosk.bridge.housekeeper import Housekeeper
        from kiosk.bridge.preferences import SystemPreferences, session_bus
        from kiosk.bridge.staff_view_model import About, StaffViewModel
        from kiosk.bridge.touch_guard import TouchGuard

        TouchGuard(stage.window, show)
        Housekeeper(app, show, stage)
        content_watcher = ContentWatcher(found.path, found.places, found.reading.files, found.seen, app)
        recorder = make_recorder()
        if recorder:
            recorder.watch(stage.window, show, beginning.instead)
            content_watcher.readingDone.connect(recorder.take)
        content_watcher.readingDone.connect(keeper.take)
        if is_locked:
            keep_in_front(stage.window, app, str(show.ground))
        if not is_locked:
            content_watcher.readingDone.connect(lambda reading: stage.tell(reading.errors))
        preferences = SystemPreferences(app)
        preferences.changed.connect(show.prefer)
        bus = session_bus()
        preferences.ask(bus)

        def about() -> About:
            return About(
                version=__version__,
                file=found.path.absolute(),
                reading=keeper.reading,
                is_shipped=choice.rung is Rung.SHIPPED,
                health=recorder.now() if recorder else None,
            )

        staff = StaffViewModel(show, about, told.messages, can_quit=can_quit(), can_turn_off=is_locked, parent=app)
        content_watcher.readingDone.connect(staff.look)
        staff.reloadAsked.connect(content_watcher.read_again)
        staff.restartAsked.connect(lambda: app.exit(PLANNED_RESTART))
        staff.quitAsked.connect(lambda: leave(app))
        stage.window.setProperty("staff", staff)
        if is_locked:
            from kiosk.bridge.orbit import Orbit
            from kiosk.bridge.screen_power import ScreenPower, keep_desktop_awake

            Orbit(stage.window, show)
            power = ScreenPower(stage.window, show, lambda: doubt_now(times))
            staff.screenOffAsked.connect(power.order_off)
            # Not at `aboutToQuit`, in which this may be called.
            ends.append(power.close)
            keep_desktop_awake(bus)

    QTimer.singleShot(SETTLED, app, settle)
    signals.cleaningAsked.connect(show.clean)
    status = play(app, options, signals, vigil, lambda: keeper.has_been_valid, told)
    for end in ends:
        end()
    show.happened.emit(Event("stopped"))
    stage.close()
    voice.close()
    signals.close()
    if play_log:
        play_log.close()
    del full_screen
    return status


def show_name(
    options: RunOptions,
    app: QGuiApplication,
    wanted: Wanted,
    size: QSize,
    signals: Signals,
    vigil: Vigil,
    show: Show | None,
    told: Log,
    recorder: "HealthRecorder | None",
) -> int:
    """Show the name alone, where nothing else could be shown; the exit status."""
    fonts.use_typeface(None)
    last = vigil.last
    # Since the machine was started nothing may have been shown.
    title = last.title or (plain(show.title.in_language(show.languages[0]), show.languages[0]) if show else "")
    # A class of windows more takes 15 ms to make, and this one is hardly ever wanted.
    from kiosk.bridge.calm_screen import CalmScreen
    from kiosk.bridge.housekeeper import Housekeeper

    window = CalmScreen(title, last.ground, last.ink, turn=options.rotate, is_locked=options.windowed is None)
    window.resize(size)
    vigil.watch(window)
    if recorder:
        recorder.watch(window)
    full_screen = open_window(window, app, options, wanted)
    if options.windowed is None:
        QTimer.singleShot(SETTLED, app, lambda: keep_in_front(window, app, window.ground.name()))
    Housekeeper(app)
    status = play(app, options, signals, vigil, lambda: True, told)
    # Whoever hears that it goes may still look at it.
    window.hide()
    signals.close()
    del full_screen
    return status


def open_window(window: QWindow, app: QGuiApplication, options: RunOptions, wanted: Wanted) -> FullScreen | None:
    """Put a window on its screen; what keeps it over all of it, if it is to be."""
    if options.windowed:
        window.setIcon(QIcon(QPixmap(str(ICON))))
        if there := place(wanted):
            window.setScreen(there.screen)
        window.show()
        return None
    full_screen = FullScreen(window, app, wanted)
    full_screen.fill()
    KeyGrip(window)
    return full_screen


def keep_in_front(window: QWindow, app: QGuiApplication, ground: str) -> None:
    """Have an X server show nothing but a window that is there: on every desktop, and its ground where no window is."""
    if app.platformName() != "xcb":
        return
    from kiosk.bridge import bare_x
    from kiosk.bridge.mouse_grip import MouseGrip

    bare_x.fill(ground)
    bare_x.show_everywhere(window.winId())
    MouseGrip(window)


def play(
    app: QGuiApplication, options: RunOptions, signals: Signals, vigil: Vigil, is_valid: Callable[[], bool], told: Log
) -> int:
    """Run until something ends it; the exit status."""
    tell = sys.excepthook

    def failed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not told.is_journal:
            tell(kind, error, trace)
        told.fail(kind, error, trace)
        vigil.failed()

    # Errors in what Qt calls end nothing by themselves.
    sys.excepthook = failed
    if options.exit_after is not None:
        QTimer.singleShot(round(options.exit_after * 1000), app, lambda: app.exit(FINE))
    status = app.exec()
    if status == FINE and not is_valid():
        status = CONTENT_ERRORS
    elif status not in (FINE, INTERNAL_ERRORS, PLANNED_RESTART):
        # Qt ends the loop with a status of its own when the display server goes away.
        status = NO_SCREEN
    # Should anything wait now, for a drive or a sound device.
    end_within(IN_TIME)
    return vigil.end(status, is_wanted=not signals.have_stopped)


def can_quit() -> bool:
    """Whether the program stays ended when it ends: a service starts it again, but for one that takes notes."""
    return "NOTIFY_SOCKET" not in os.environ or "KIOSK_SUPERVISED" in os.environ or QUIT_FILE in os.environ


def leave(app: QGuiApplication) -> None:
    """End since staff ask for it, and have a service know that it is to stay ended."""
    if QUIT_FILE in os.environ:
        try:
            Path(os.environ[QUIT_FILE]).touch()
        except OSError as error:
            log.error("the service cannot be told to stop: %s", error)
    app.exit(FINE)


def choose_renderer(*, is_software: bool = False) -> None:
    """Without a graphics card Qt's own rasteriser draws; GL in software would cost several times as much.

    It also draws where the card has failed, whatever the environment asks for.
    """
    if is_software:
        os.environ["QT_QUICK_BACKEND"] = "software"
    # Mesa maps its cache into memory, and on a full disk that ends the program.
    os.environ.setdefault("MESA_SHADER_CACHE_DISABLE", "true")
    if not has_graphics_card(sys.platform):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        # Qt else waits 5 ms before each frame, for what a window on a desktop may still have to do.
        os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")
    # A compositor may not get on with the rasteriser: see packaging/debian/kiosk.service.
    if os.environ.get("QT_QUICK_BACKEND") == "software" and (platform := os.environ.get("KIOSK_SOFTWARE_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = platform


def refuse(options: RunOptions, show: Show | None) -> str:
    """What the options ask for that the content does not have, in a sentence; empty when all is there."""
    if show is None:
        return ""
    slides = [slide.id for slide in show.slides]
    if options.start and options.start not in slides:
        return f"--start: {no_slide(options.start, slides)}"
    if options.language and options.language not in show.languages:
        return f"--language: '{options.language}' is not one of the show's languages: {', '.join(show.languages)}"
    return ""


class Keeper:
    """Keeps the last good revision on the screen: takes a new one when it is whole, tells staff when it is not."""

    def __init__(
        self, show: ShowViewModel, reading: Reading, trial: Trial | None = None, denied: Collection[str] = ()
    ) -> None:
        """`reading` is that of the site's content at the start, `trial` is where what is taken proves good, and
        `denied` are the revisions that are not to be shown."""
        self._show = show
        self._trial = trial
        self._denied = denied
        self.reading = reading
        """The last one, good or not."""
        self.has_been_valid = not reading.errors
        if trial:
            trial.kept.connect(slides.use_copies)
            show.happened.connect(trial.hear)

    def take(self, reading: Reading) -> None:
        """Take a reading of changed content."""
        # A picture that may be read from now on makes no other revision.
        if (reading.revision, reading.problems) == (self.reading.revision, self.reading.problems):
            return
        self.reading = reading
        report(reading.problems)
        if reading.errors or reading.show is None or reading.revision in self._denied:
            why = "has errors" if reading.errors else "has ended the program before"
            log.error("the new content %s; the screen goes on with the last good one", why)
            self._show.happened.emit(Event("rejected", revision=reading.revision))
            return
        self.has_been_valid = True
        fonts.use_typeface(reading.show, reading.characters)
        slides.use_copies({})
        if self._trial:
            self._trial.begin(reading)
        self._show.replace(reading.show, reading.revision)
