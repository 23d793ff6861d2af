"""The show as QML sees it: one object that keeps the state, moves it, and announces what changed."""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, QRectF, QSizeF, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge import formats
from kiosk.bridge.overview import OverviewViewModel
from kiosk.bridge.search_view_model import SearchViewModel
from kiosk.bridge.slides import SlideViewModel, picture_url, slide_at
from kiosk.bridge.translations import say, use_words
from kiosk.bridge.voice import Voice
from kiosk.content.contrast import contrast
from kiosk.content.markup import plain
from kiosk.content.model import Screen, Show, Theme
from kiosk.content.reading_time import duration
from kiosk.content.rules import near_height
from kiosk.show import state as moves
from kiosk.show.events import Event, events
from kiosk.show.reach import reach
from kiosk.show.state import Page, Panel, Preferences, ShowState, Visit

if TYPE_CHECKING:
    from kiosk.show.take_away import Offer

QML_IMPORT_NAME = "KioskBridge"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

PATIENCE = 15.0
"""Seconds in which a page comes to the screen. The stage itself gives a slide up after 5."""

KEPT_SLIDES = 8
"""Slides kept ready for QML: those on the screen and beside it, in two revisions at most."""

SMALL_SHOW = 12
"""Slides that are found without a search."""

WHEEL_STEP = 120
"""A notch of a wheel, in eighths of a degree."""

Move = Callable[..., ShowState]


class Service(Protocol):
    """Whoever hears the touches and keys of staff."""

    def touched(self) -> None: ...

    def typed(self, text: str) -> bool: ...

    def pressed(self, key: int) -> bool: ...


def _looks(state: ShowState) -> tuple[object, ...]:
    """All of a state that the stage shows; that somebody is still touching is not to be seen."""
    visit = state.visit and replace(state.visit, active_at=0.0, warned_at=None)
    return (
        state.deck,
        state.position,
        state.page.language,
        visit,
        state.is_warning,
        state.is_cleaning,
        state.is_asleep,
        state.preferences,
    )


@QmlElement
@QmlUncreatable("Made by the application")
class ShowViewModel(QObject):  # type: ignore[operator]
    """The show: what is on the screen, and every intent that a visitor can have.

    `languageChanged` comes before all else, so that whoever hears of a change finds the words of its language.
    `happened` carries each event for the play log.
    """

    languageChanged = Signal()
    currentChanged = Signal()
    stageChanged = Signal()
    showChanged = Signal()
    voiceChanged = Signal()
    happened = Signal(object)

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        language: str | None = None,
        slide_id: str | None = None,
        voice: Voice | None = None,
        title: str = "",
        parent: QObject | None = None,
    ) -> None:
        """A show with nothing in it yet, but the name if that is known. `language` and `slide_id` are where every
        rotation begins."""
        super().__init__(parent)
        self._title = title
        self._clock = clock
        self._start = (language, slide_id)
        self._preferences = Preferences()
        self._show: Show | None = None
        self._state: ShowState | None = None
        self._overview = OverviewViewModel(self)
        self._slides: dict[tuple[str, int, str], SlideViewModel] = {}
        self._search = SearchViewModel(self)
        self._wheel = 0
        self._asked_at = 0.0
        self._failures = 0
        self._alarm: QTimer | None = None
        self._offered: tuple[Page, Offer | None] | None = None
        self._service: Service | None = None
        self._voice = voice
        self.shown: Event | None = None
        """What last came to stand on the screen."""
        if voice:
            voice.changed.connect(self.voiceChanged)
            voice.begun.connect(self.moved)

    # What comes from outside

    def replace(self, show: Show, revision: str) -> None:
        """Take a new revision of the content, keeping the place."""
        deck = moves.deck(show, revision)
        self._show = show
        use_words(show.words)
        self._offered = None
        self._title = plain(show.title.in_language(show.languages[0]), show.languages[0])
        self._apply(
            moves.replace_deck(self._state, deck) if self._state else moves.start(deck, *self._start, self._preferences)
        )
        self.showChanged.emit()

    def prefer(self, preferences: Preferences) -> None:
        """Look as the system asks, but for a visitor who is there."""
        self._preferences = preferences
        self._move(moves.prefer, preferences)

    def restart(self, language: str, slide_id: str) -> None:
        """Begin the rotation anew, from a slide and in a language."""
        self._move(moves.restart, language, slide_id)

    def serve(self, service: Service | None) -> None:
        """Staff come in, who are heard by a service alone while all rests; or, without one, they have gone."""
        self._service = service
        self._move(moves.serve if service else moves.leave)
        self.stageChanged.emit()

    def sleep(self) -> None:
        """Turn the screen off, whoever is there."""
        self._move(moves.sleep)

    def wake(self) -> None:
        """Turn the screen on, for the rotation."""
        self._move(moves.wake)

    @property
    def screen(self) -> Screen:
        """The screen as the content file describes it."""
        return (self._show.screen if self._show else None) or Screen()

    @property
    def deck(self) -> moves.Deck | None:
        """What there is to turn through."""
        return self._state.deck if self._state else None

    @property
    def revision(self) -> str:
        """The revision on the screen."""
        return self._state.deck.revision if self._state else ""

    def return_to(self, language: str, slide_id: str) -> None:
        """Go on with the rotation where another run of the program ended."""
        self._move(moves.return_to, language, slide_id)

    def seconds_late(self) -> float:
        """How long what was to happen has been due; a page that is not on the screen yet is to be, within a time."""
        if self._state is None or self._state.is_asleep:
            return 0.0
        due = moves.deadline(self._state)
        if due is None:
            due = self._asked_at + PATIENCE if self._state.shown_at is None else math.inf
        return max(0.0, self._clock() - due)

    @property
    def has_failed(self) -> bool:
        """Whether there are slides, and none of them can be drawn."""
        return self._show is not None and self._state is None

    def is_still(self) -> bool:
        """Whether what is on the screen will not change by itself, and nobody is there."""
        state = self._state
        return state is None or (state.visit is None and state.shown_at is not None and moves.deadline(state) is None)

    def catch_up(self) -> None:
        """Do what is due, should the alarm that was to do it be dead."""
        self._tick()

    def now(self) -> float:
        """The time of the show's clock, in seconds."""
        return self._clock()

    def _move(self, move: Move, *arguments: object) -> None:
        if self._state is not None:
            self._apply(move(self._state, self._clock(), *arguments))

    def _apply(self, new: ShowState) -> None:
        """Store first, then announce: whoever hears of it reads a finished state."""
        old, self._state = self._state, new
        is_asked = old is None or old.is_asleep or old.shown_at is not None or old.page != new.page
        if new.shown_at is None and is_asked:
            self._asked_at = self._clock()
        self._set_alarm()
        if new is old:
            return
        if old is None or old.page.language != new.page.language:
            self.languageChanged.emit()
        self._overview.take(self._show, new)
        if self._is_searching:
            self._search.look_for(str(self.query), new.deck, new.page.language)
        else:
            self._search.forget()
        for event in events(old, new):
            if event.event == "shown":
                self.shown = event
            self.happened.emit(event)
        is_new_page = old is None or (old.page, old.deck.revision) != (new.page, new.deck.revision)
        if is_new_page:
            self.currentChanged.emit()
        if old is None or _looks(old) != _looks(new):
            self._lead_voice(old, new)
            self.stageChanged.emit()

    def _lead_voice(self, old: ShowState | None, new: ShowState) -> None:
        """The voice is there in visits, and falls silent at whatever the visitor does."""
        if self._voice is None:
            return
        if new.visit is None:
            self._voice.release()
        elif old is None or old.visit is None:
            self._voice.prepare()
        else:
            self._voice.stop()
        self.voiceChanged.emit()

    def _set_alarm(self) -> None:
        """Wake up when the state next changes by itself, and at every second that is counted down."""
        now = self._clock()
        due = moves.deadline(self._state) if self._state else None
        if self._alarm is None:
            if due is None:
                return
            # Made once the first slide shows, since Qt's namespace takes 15 ms to make.
            from PySide6.QtCore import Qt

            self._alarm = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
            self._alarm.timeout.connect(self._tick)
        if due is None:
            self._alarm.stop()
            return
        if self._state and self._state.is_counting_down:
            due = min(due, now + (due - now) % 1 or 1)
        self._alarm.start(max(0, round((due - now) * 1000)))

    def _tick(self) -> None:
        self._move(moves.tick)
        if self._state and self._state.is_counting_down:
            self.stageChanged.emit()
        if self._voice and self._show and self._show.sound and self.isWarning:
            self._voice.tick()

    def _slide(self, state: ShowState | None) -> SlideViewModel | None:
        """The view model of the page of a state, made once while it is near."""
        if state is None or self._show is None:
            return None
        deck, position, language = state.deck, state.position, state.page.language
        key = (deck.revision, position, language)
        made = self._slides.pop(key, None)
        if made is None:
            made = slide_at(self._show, deck, position, language, self)
        self._slides[key] = made
        if len(self._slides) > KEPT_SLIDES:
            # What stands on the stage may be the oldest, when slides are asked for faster than they come.
            oldest = next((key for key, kept in self._slides.items() if not kept.is_held), key)
            if oldest != key:
                self._slides.pop(oldest).deleteLater()
        return made

    # What the stage reads

    @Property(SlideViewModel, notify=currentChanged)
    def current(self) -> SlideViewModel | None:
        return self._slide(self._state)

    @Property(SlideViewModel, notify=currentChanged)
    def following(self) -> SlideViewModel | None:
        return self._slide(moves.following(self._state)) if self._state else None

    @Property(SlideViewModel, notify=currentChanged)
    def preceding(self) -> SlideViewModel | None:
        return self._slide(moves.preceding(self._state)) if self._state else None

    @Property(float, notify=currentChanged)
    def stay(self) -> float:
        """How many seconds the slide stays in rotation at least."""
        page = self._state.page if self._state else None
        return duration(page.slide, page.language) if page else 0.0

    @Property(bool, notify=stageChanged)
    def isVisit(self) -> bool:
        return self._state is not None and self._state.visit is not None

    @Property(bool, notify=stageChanged)
    def isWarning(self) -> bool:
        return self._state is not None and self._state.is_warning

    @Property(int, notify=stageChanged)
    def secondsLeft(self) -> int:
        """Until the reset, or in a cleaning until that is over."""
        return self._seconds_left()

    def _seconds_left(self) -> int:
        return moves.seconds_left(self._state, self._clock()) if self._state else 0

    @Property(int, constant=True)
    def warningSeconds(self) -> int:
        return round(moves.WARNING)

    @Property(bool, notify=stageChanged)
    def isServed(self) -> bool:
        """Whether staff have come in."""
        return self._service is not None

    @Property(bool, notify=stageChanged)
    def isCleaning(self) -> bool:
        return self._state is not None and self._state.is_cleaning

    @Property(bool, notify=stageChanged)
    def isAsleep(self) -> bool:
        """Whether the screen is off, and black should it be on all the same."""
        return self._state is not None and self._state.is_asleep

    @Property(int, constant=True)
    def cleaningSeconds(self) -> int:
        return round(moves.CLEANING)

    @Property("QStringList", notify=stageChanged)  # type: ignore[arg-type]
    def cleaningNotes(self) -> list[str]:
        """The same in each language of the show, that on the screen first."""
        if self._state is None:
            return []
        languages = (self._state.page.language, *self._state.deck.languages)
        return list(dict.fromkeys(say(language, "The screen is being cleaned") for language in languages))

    @Property(str, notify=stageChanged)
    def panel(self) -> str:
        """Which panel is open, as `Panel` names it, or none."""
        visit = self._visit
        return visit.panel.value if visit and visit.panel else ""

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """The language on the screen, as the content file has it."""
        return self._state.page.language if self._state else ""

    @Property(int, notify=stageChanged)
    def textSize(self) -> int:
        """The step of the text size; 0 is the show's own."""
        return self._visit.text_size if self._visit else 0

    @Property(bool, notify=stageChanged)
    def isHighContrast(self) -> bool:
        return self._look.is_high_contrast

    @Property(bool, notify=stageChanged)
    def isMotionReduced(self) -> bool:
        return self._look.is_motion_reduced

    @Property(bool, notify=stageChanged)
    def isLow(self) -> bool:
        return self._visit is not None and self._visit.is_low

    @Property(str, notify=stageChanged)
    def query(self) -> str:
        return self._visit.query if self._visit else ""

    @Property(SearchViewModel, constant=True)
    def search(self) -> SearchViewModel:
        """What the query finds."""
        return self._search

    @Property(bool, notify=showChanged)
    def hasSearch(self) -> bool:
        """Whether visitors can search: as the content file says, else where there is enough to search in."""
        if self._show is None:
            return False
        return len(self._show.slides) > SMALL_SHOW if self._show.search is None else self._show.search

    @property
    def _is_searching(self) -> bool:
        return self._visit is not None and self._visit.panel is Panel.SEARCH

    @property
    def _look(self) -> Visit | Preferences:
        return self._state.look if self._state else self._preferences

    @property
    def _visit(self) -> Visit | None:
        return self._state.visit if self._state else None

    @Property(bool, notify=stageChanged)
    def hasTakeAway(self) -> bool:
        """Whether the page can be taken away on a phone; asked in visits only."""
        return self._offer() is not None

    @Property(str, notify=stageChanged)
    def takeAwayKind(self) -> str:
        """What the code holds: `contact`, `event`, `map`, `text` or `address`."""
        offer = self._offer()
        return offer.kind if offer else ""

    @Property(str, notify=stageChanged)
    def takeAwayAbout(self) -> str:
        offer = self._offer()
        return offer.about if offer else ""

    @Property(str, notify=stageChanged)
    def takeAwayCode(self) -> str:
        """The code, while its panel is open."""
        from kiosk.bridge import take_away

        offer = self._offer()
        return take_away.code(offer) if offer and self._visit and self._visit.panel is Panel.TAKE_AWAY else ""

    def _offer(self) -> "Offer | None":
        if self._show is None or self._visit is None or self._state is None:
            return None
        from kiosk.bridge import take_away

        page = self._state.page
        if self._offered is None or self._offered[0] != page:
            self._offered = page, take_away.offer(page.slide, self._show, page.language)
        return self._offered[1]

    @Property(bool, notify=voiceChanged)
    def hasVoice(self) -> bool:
        """Whether the page can be read aloud in its language."""
        return self._voice is not None and self._voice.can_say(str(self.language))

    @Property(bool, notify=voiceChanged)
    def isSpeaking(self) -> bool:
        return self._voice is not None and self._voice.is_speaking

    @Property(bool, notify=voiceChanged)
    def isReadingPaused(self) -> bool:
        return self._voice is not None and self._voice.is_speaking and self._voice.is_paused

    @Property(str, notify=voiceChanged)
    def sentence(self) -> str:
        """What is being said, as it stands on the slide."""
        sentence = self._voice.sentence if self._voice else None
        return sentence.shown if sentence else ""

    @Property(bool, notify=stageChanged)
    def isRightToLeft(self) -> bool:
        return self._state is not None and formats.is_right_to_left(self._state.page.language)

    @Property(str, notify=stageChanged)
    def place(self) -> str:
        if self._state is None:
            return ""
        place = moves.place(self._state)
        language = self._state.page.language
        number, total = (formats.number(Decimal(each), language) for each in (place.number, place.section_size))
        return say(language, "{number} of {total}").format(number=number, total=total)

    @Property(int, notify=stageChanged)
    def position(self) -> int:
        """Where the slide on the screen stands in the show, from 0."""
        return self._state.position if self._state else 0

    @Property(int, notify=stageChanged)
    def total(self) -> int:
        """How many slides there are."""
        return len(self._state.deck.slides) if self._state else 0

    @Property("QList<int>", notify=showChanged)  # type: ignore[arg-type]
    def sectionSizes(self) -> list[int]:
        """How many slides each section has."""
        return list(map(len, self._state.deck.sections)) if self._state else []

    @Property(OverviewViewModel, constant=True)
    def overview(self) -> OverviewViewModel:
        return self._overview

    @Property("QStringList", notify=showChanged)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        return formats.language_names(self._show.languages) if self._show else []

    @Property(int, notify=stageChanged)
    def currentLanguage(self) -> int:
        return self._language_number()

    def _language_number(self) -> int:
        return self._state.deck.languages.index(self._state.page.language) if self._state else 0

    @Property(str, notify=stageChanged)
    def languageChoice(self) -> str:
        """What the language control says: the other language's own name, or where there are several this one's."""
        if self._state is None or self._show is None:
            return ""
        others = [language for language in self._show.languages if language != self._state.page.language]
        named = others[0] if len(others) == 1 else self._state.page.language
        return formats.language_names(self._show.languages)[self._show.languages.index(named)]

    @Property("QStringList", notify=showChanged)  # type: ignore[arg-type]
    def invitations(self) -> list[str]:
        return [say(language, "Touch to explore") for language in self._show.languages] if self._show else []

    @Property("QStringList", notify=stageChanged)  # type: ignore[arg-type]
    def idleQuestions(self) -> list[str]:
        return [say(language, "Are you still there?") for language in self._asked_in()]

    @Property("QStringList", notify=stageChanged)  # type: ignore[arg-type]
    def idleExplanations(self) -> list[str]:
        return [
            say(language, "Touch the screen to stay on this page. Back to the start in {seconds}\u00a0s.").format(
                seconds=formats.number(Decimal(self._seconds_left()), language)
            )
            for language in self._asked_in()
        ]

    def _asked_in(self) -> list[str]:
        """The visitor's language and the first language, once each."""
        if self._state is None:
            return []
        return list(dict.fromkeys((self._state.page.language, self._state.deck.languages[0])))

    @Property(str, notify=showChanged)
    def title(self) -> str:
        return self._title

    @Property(str, notify=showChanged)
    def ground(self) -> str:
        return self._theme.ground

    @Property(str, notify=showChanged)
    def ink(self) -> str:
        return self._theme.ink

    @Property(str, notify=showChanged)
    def accent(self) -> str:
        return self._theme.accent

    @Property(str, notify=showChanged)
    def accentInk(self) -> str:
        """The colour of text on the accent colour: of those at hand the one that is read best."""
        return max(("#ffffff", self._theme.ink, self._theme.ground), key=partial(contrast, self._theme.accent))

    @property
    def _theme(self) -> Theme:
        return self._show.theme if self._show else Theme()

    @Property(QUrl, notify=showChanged)
    def logo(self) -> QUrl:
        return picture_url(self._theme.logo) if self._theme.logo else QUrl()

    @Property(QUrl, notify=showChanged)
    def background(self) -> QUrl:
        return picture_url(self._theme.background) if self._theme.background else QUrl()

    @Property(float, notify=showChanged)
    def screenWidth(self) -> float:
        """Millimetres, 0 when unknown."""
        return self.screen.width

    @Property(float, notify=showChanged)
    def screenHeight(self) -> float:
        """Millimetres, 0 when unknown."""
        return self.screen.height

    @Property(float, notify=showChanged)
    def letterHeight(self) -> float:
        """How high capitals must be for whoever touches the screen, in millimetres."""
        return near_height(self.screen.touch_distance)

    @Slot(QSizeF, result=QRectF)
    def reach(self, screen: QSizeF) -> QRectF:
        """The part of a screen of that size, in pixels, that is within everybody's reach."""
        top, bottom = reach(self.screen, is_tall=screen.height() > screen.width())
        return QRectF(0, round(top * screen.height()), screen.width(), round((bottom - top) * screen.height()))

    @Slot()
    def clean(self) -> None:
        """Somebody wipes the screen, or is about to."""
        self._move(moves.clean)

    # What a visitor wants

    @Slot()
    def touched(self) -> None:
        """A finger, a button or a key came down."""
        if self._service:
            self._service.touched()
        self._move(moves.touch)

    @Slot()
    def moved(self) -> None:
        """Something moves: activity in a visit, nothing in rotation."""
        if self.isVisit:
            self.touched()

    @Slot(int, result=bool)
    def pressed(self, key: int) -> bool:
        """A key; whether it had a meaning. The one that wakes the screen, or keeps a visit, does only that."""
        if self._service:
            return self._service.pressed(key)
        if self._state is not None and (self._state.visit is None or self._state.is_warning):
            self.touched()
            return True
        # Qt's namespace, where the keys are, takes 15 ms to make: the first slide need not wait for it.
        from kiosk.bridge.keys import ENTER, move_of

        if self._is_searching and key in ENTER:
            if self._search.first is not None:
                self.goTo(self._search.first)
            return True
        move = move_of(key, is_right_to_left=bool(self.isRightToLeft))
        self._move(move or moves.touch)
        return move is not None

    @Slot(int)
    def scrolled(self, delta: int) -> None:
        """A wheel turned, in eighths of a degree; a notch is a slide."""
        if self._service or not self.isVisit:
            self._wheel = 0
            self.touched()
            return
        self._wheel += delta
        while abs(self._wheel) >= WHEEL_STEP:
            self._move(moves.next_slide if self._wheel < 0 else moves.previous_slide)
            self._wheel -= WHEEL_STEP if self._wheel > 0 else -WHEEL_STEP

    @Slot()
    def next(self) -> None:
        self._move(moves.next_slide)

    @Slot()
    def previous(self) -> None:
        self._move(moves.previous_slide)

    @Slot()
    def home(self) -> None:
        self._move(moves.home)

    @Slot()
    def resume(self) -> None:
        self._move(moves.resume)

    @Slot()
    def readAloud(self) -> None:
        """Read the page, from its beginning."""
        was_warning = self.isWarning
        self._move(moves.touch)
        if was_warning or self._voice is None or self._show is None or self._state is None:
            return
        # Its patterns take their time to make, and most visitors never ask.
        from kiosk.bridge.wording import wording
        from kiosk.show.narration import narrate

        titles = self._show.title, moves.section_title(self._state.deck, self._state.position)
        language = self._state.page.language
        self._voice.read(narrate(titles, self._state.page.slide, language, wording(language)), language)

    @Slot()
    def pauseReading(self) -> None:
        """Pause the reading, or go on with it."""
        was_warning = self.isWarning
        self._move(moves.touch)
        if self._voice and not was_warning:
            self._voice.pause()

    @Slot()
    def stopReading(self) -> None:
        self._move(moves.touch)
        if self._voice:
            self._voice.stop()

    @Slot()
    def openOverview(self) -> None:
        self._move(moves.open_panel, Panel.OVERVIEW)

    @Slot()
    def openSearch(self) -> None:
        self._move(moves.open_panel, Panel.SEARCH)

    @Slot()
    def openComfort(self) -> None:
        self._move(moves.open_panel, Panel.COMFORT)

    @Slot()
    def openPicture(self) -> None:
        slide = self._slide(self._state)
        if slide is not None and slide.isEnlargeable:
            self._move(moves.open_panel, Panel.PICTURE)

    @Slot()
    def openTakeAway(self) -> None:
        self._move(moves.open_panel, Panel.TAKE_AWAY)

    @Slot()
    def closePanel(self) -> None:
        self._move(moves.close_panel)

    @Slot(int)
    def goTo(self, position: int) -> None:
        self._move(moves.go_to, position)

    @Slot(int)
    def chooseTextSize(self, size: int) -> None:
        self._move(moves.choose_text_size, size)

    @Slot(bool)
    def setHighContrast(self, isHigh: bool) -> None:
        self._move(moves.set_high_contrast, isHigh)

    @Slot(bool)
    def setMotionReduced(self, isReduced: bool) -> None:
        self._move(moves.set_motion_reduced, isReduced)

    @Slot(bool)
    def setLow(self, isLow: bool) -> None:
        self._move(moves.set_low, isLow)

    @Slot(str)
    def searchFor(self, query: str) -> None:
        self._move(moves.search_for, query)

    @Slot(str, result=bool)
    def typed(self, text: str) -> bool:
        """What a key writes; whether it was for the search. A key that keeps the visit does only that."""
        if self._service:
            return self._service.typed(text)
        if self.isWarning or not self._is_searching:
            return False
        # Not before somebody searches: what it is made of takes 10 ms to make.
        from kiosk.show.keyboards import erased, typed

        query = str(self.query)
        new = erased(query) if text in ("\b", "\x7f") else typed(query, text)
        if new != query:
            self.searchFor(new)
        return new != query or text == "\b"

    @Slot()
    def erase(self) -> None:
        """Takes the last letter of the query back."""
        self.typed("\b")

    @Slot(int)
    def chooseLanguage(self, number: int) -> None:
        if self._show is not None and 0 <= number < len(self._show.languages):
            self._move(moves.choose_language, self._show.languages[number])

    @Slot()
    def changeLanguage(self) -> None:
        """The language control: the other language at once, or the list where there are several."""
        if self._show is None:
            return
        if len(self._show.languages) == 2:
            self.chooseLanguage(1 - self._language_number())
        else:
            self._move(moves.open_panel, Panel.LANGUAGES)

    @Slot(SlideViewModel)
    def presented(self, slide: SlideViewModel) -> None:
        """The slide's first frame is on the screen."""
        if slide is self._slide(self._state):
            self._failures = 0
            self._move(moves.shown)

    @Slot(SlideViewModel, float)
    def crowded(self, slide: SlideViewModel, size: float) -> None:
        """The slide holds so much text that its smallest type is below the legible floor, at `size` pixels."""
        log.warning(
            "slide '%s' (%s) has more text than fits: its smallest type is %d pixels, below the legible size; "
            "shorten it or make two slides of it",
            slide.slideId,
            slide.language,
            size,
        )

    @Slot(SlideViewModel)
    def failed(self, slide: SlideViewModel) -> None:
        """The slide cannot be drawn: the show goes on without it, or with its name alone when no slide can."""
        if self._state is None or slide is not self._slide(self._state):
            return
        slide_id = self._state.page.slide.id
        log.error("slide '%s' cannot be drawn and is skipped", slide_id)
        self.happened.emit(Event("skipped", slide=slide_id))
        self._failures += 1
        if self._failures < len(self._state.deck.slides):
            self._move(moves.skip)
        else:
            self._state = None
            self._overview.take(None, None)
            self._set_alarm()
            self.currentChanged.emit()
            self.stageChanged.emit()
