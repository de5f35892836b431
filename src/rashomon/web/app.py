"""The routes. Rule: a route reads its address, asks view for a record, and hands it to paper; nothing else. GET never
changes anything but that a launch token is used up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import parse_qs, urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from rashomon import __version__
from rashomon.draw import Paper, ServerLinks, picture, static_folder
from rashomon.errors import NotFound, RashomonError
from rashomon.view.document import page_view
from rashomon.view.events import event_list, totals
from rashomon.view.index import Index
from rashomon.view.map import event_map
from rashomon.view.matrix import matrix
from rashomon.view.pages import page_list
from rashomon.view.query import SORTS, Query, read_query
from rashomon.view.review import review_view
from rashomon.view.sources import source_list, source_view
from rashomon.view.timeline import strip, timeline
from rashomon.web.desk import Desk
from rashomon.web.guard import Door, Guard, TooLarge, session_of
from rashomon.web.judge import Judged, judge
from rashomon.web.session import Sessions

VIEWS = ("events", "timeline", "map", "sources", "pages")
"""Views that the head of every page leads to; "review" too, where the case takes decisions."""
SAID = {"name": "The name is changed.", "rebuild": "The ledger is rebuilt.", "undo": "Undone.", "made": "Recorded."}
"""What is said after a form was sent."""
MOST_FIELDS = 400
"""Fields of one form: nine for each of forty places."""


def make_app(desk: Desk, door: Door, sessions: Sessions) -> Guard:
    """The application, behind its guard."""
    site = _Site(desk, door, sessions)
    routes = [
        Route("/", site.events),
        Route("/timeline", site.timeline),
        Route("/map", site.map),
        Route("/event/{key}", site.event),
        Route("/page/{key}", site.page),
        Route("/pages", site.pages),
        Route("/sources", site.sources),
        Route("/source/{key}", site.source),
        Route("/progress", site.progress),
        Route("/review", site.review, methods=["GET"]),
        Route("/review", site.judge, methods=["POST"]),
        Route("/enter", site.log_in, methods=["POST"]),
        Route("/enter", site.ask, methods=["GET"]),
        Route("/enter/{token}", site.enter, methods=["GET"]),
        Mount("/static", StaticFiles(directory=static_folder())),
    ]
    handlers: dict[type[Exception], Callable[[Request, Exception], Response]] = {
        NotFound: site.not_found,
        HTTPException: site.not_found,
        RashomonError: site.not_done,
        TooLarge: lambda request, error: PlainTextResponse("The request is too large.\n", 413),
    }
    return Guard(Starlette(routes=routes, exception_handlers=handlers), door, sessions)


class _Site:
    """The views of one case."""

    def __init__(self, desk: Desk, door: Door, sessions: Sessions) -> None:
        self.desk, self.door, self.sessions = desk, door, sessions
        self.views = (*VIEWS, "review") if isinstance(desk.case, Judged) else VIEWS
        self.paper = Paper(ServerLinks(), desk.name, __version__)

    def events(self, request: Request) -> Response:
        """The list of events."""
        index, query = self.desk.index(), read_query(request.query_params.multi_items())
        found = event_list(index, query)
        return self._list("events", index, query, list=found, totals=totals(index))

    def timeline(self, request: Request) -> Response:
        """When it is said to have happened."""
        index, query = self.desk.index(), read_query(request.query_params.multi_items())
        return self._list("timeline", index, query, view=timeline(index, query))

    def map(self, request: Request) -> Response:
        """Where it is said to have happened."""
        index, query = self.desk.index(), read_query(request.query_params.multi_items())
        found = event_map(index, query)
        return self._list("map", index, query, view=found, drawn=picture(found))

    def event(self, request: Request) -> Response:
        """One event."""
        page = read_query(request.query_params.multi_items()).page
        return self._draw("event", "events", view=matrix(self.desk.index(), request.path_params["key"], page))

    def page(self, request: Request) -> Response:
        """One page of the case, at the words of a claim where one is asked for."""
        index, key = self.desk.index(), request.path_params["key"]
        mentions = self.desk.case.mentions(index.document(key).page)
        drawn = page_view(index, key, mentions)
        at = next((c for c in drawn.claims if c.id == request.query_params.get("claim")), None)
        return self._draw("page", "pages", view=drawn, at=at)

    def pages(self, request: Request) -> Response:
        """Every page, and what was declined."""
        return self._draw("pages", "pages", view=page_list(self.desk.index()))

    def sources(self, request: Request) -> Response:
        """Who rests on whom."""
        index = self.desk.index()
        return self._draw("sources", "sources", list=source_list(index), graph=self.desk.graph())

    def source(self, request: Request) -> Response:
        """One source."""
        return self._draw("source", "sources", view=source_view(self.desk.index(), request.path_params["key"]))

    def progress(self, request: Request) -> Response:
        """How far a build has come, for the page's script, which asks every few seconds; and whether the accounts are
        still those that were drawn. Answered from the record's columns alone: no index is built for it."""
        text = self.paper.draw("_progress", progress=self.desk.progress())
        return HTMLResponse(text, headers={"X-Stamp": self.desk.stamp()})

    def review(self, request: Request) -> Response:
        """A claim to be judged."""
        case = self.desk.case
        if not isinstance(case, Judged):
            raise NotFound("this case takes no decisions")
        asked, index = request.query_params, self.desk.index()
        told = case.decisions()
        only = asked.get("event", "") if asked.get("event", "") in index.events else ""
        number = int(n) if (n := asked.get("n", "1")).isdecimal() and len(n) < 9 else 1
        who = self.sessions.name(session_of(request.headers, self.door.cookie))
        said = SAID.get(asked.get("said", ""), "")
        found = review_view(index, told, who, number, only)
        return self._draw("review", "review", view=found, who=who, only=only, said=said)

    async def judge(self, request: Request) -> Response:
        """A decision, recorded; then the claim it was about, or the next one after a verdict."""
        told = parse_qs(
            (await request.body()).decode("utf-8", "replace"), max_num_fields=MOST_FIELDS, keep_blank_values=True
        )
        fields = {name: values[-1] for name, values in told.items()}
        session = session_of(request.headers, self.door.cookie)
        return await run_in_threadpool(self._judged, session, fields)

    def _judged(self, session: str | None, fields: dict[str, str]) -> Response:
        case, act = self.desk.case, fields.get("act", "")
        if not isinstance(case, Judged):
            raise NotFound("this case takes no decisions")
        if act == "name":
            self.sessions.rename(session, fields.get("who", ""))
        elif act == "rebuild":
            case.refresh()
        else:
            judge(case, self.desk.index().accounts, self.sessions.name(session), fields)
        n = fields.get("n", "1")
        number = (int(n) if n.isdecimal() and len(n) < 9 else 1) + (act in ("accept", "reject"))
        asked = {"n": number, "event": fields.get("only", ""), "said": act if act in SAID else "made"}
        return RedirectResponse(f"/review?{urlencode({k: v for k, v in asked.items() if v})}", 303)

    def enter(self, request: Request) -> Response:
        """The launch token for a session, once."""
        return self._opened(self.sessions.enter(request.path_params["token"]))

    def ask(self, request: Request) -> Response:
        """The form that asks for the password, where there is one."""
        if not self.sessions.asks_password:
            return self._closed()
        return self._message("This case is closed", "Give the password of the server.", form=True)

    async def log_in(self, request: Request) -> Response:
        """The password for a session."""
        told = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=4)
        return self._opened(self.sessions.log_in(told.get("password", [""])[0]))

    def not_found(self, request: Request, error: Exception) -> Response:
        """A page that says what is not there."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        words = str(error) if isinstance(error, NotFound) else "There is no such page in this case."
        return self._message("Not in this case", words, status)

    def not_done(self, request: Request, error: Exception) -> Response:
        """A page that says why something was not done."""
        return self._message("Not done", f"{error}.", 409)

    def _opened(self, session: str | None) -> Response:
        if session is None:
            return self._closed()
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.door.cookie, session, path="/", httponly=True, samesite="strict")
        return answer

    def _closed(self) -> Response:
        words = "This address has been used, or is not the one printed. Run `rashomon serve` again for another."
        return PlainTextResponse(words + "\n", 403)

    def _message(self, heading: str, words: str, status: int = 200, form: bool = False) -> Response:
        return self._answer("message", "", status, {"heading": heading, "words": words, "form": form})

    def _list(self, here: str, index: Index, query: Query, **given: object) -> Response:
        given |= {"choices": self.desk.choices(), "strip": strip(index, query), "sorts": SORTS, "query": query}
        return self._answer(here, here, 200, given, query.pairs())

    def _draw(self, template: str, here: str, **given: object) -> Response:
        return self._answer(template, here, 200, given)

    def _answer(
        self, template: str, here: str, status: int, given: dict[str, object], carried: Sequence[tuple[str, str]] = ()
    ) -> Response:
        given |= {"progress": self.desk.progress(), "stamp": self.desk.stamp()} if here else {}
        text = self.paper.draw(template, here=here, views=self.views, carried=carried, **given)
        return HTMLResponse(text, status)
