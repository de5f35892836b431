// Narrowing, ordering and brushing on a site on disk, where no server answers. Rule: the pages are drawn whole; this hides
// and orders what is drawn, by the case's data (case.js) and the state in the address (after "#"), and fetches nothing.
// What matches is what `events.matching` of the package finds.

import { brush } from "./parts/brush";

type Facets = {
  id: string; type: string; grade: string; statuses: string[]; places: string[]; sources: string[]; kinds: string[];
  since: string; until: string; text: string; accounts: number; disputes: number; lower: number; upper: number;
};
type Held = { page: number; events: Facets[] };
type Query = Record<string, string>;

const NAMES = ["q", "type", "grade", "status", "place", "source", "kind", "since", "until", "sort"];
const NARROW = 45;
const TESTS: Record<string, (event: Facets, wanted: string) => boolean> = {
  q: (event, words) => words.toLowerCase().split(/\s+/).filter(Boolean).every((word) => event.text.includes(word)),
  type: (event, wanted) => event.type === wanted || event.type.startsWith(`${wanted}.`),
  grade: (event, wanted) => event.grade === wanted,
  status: (event, wanted) => event.statuses.includes(wanted),
  place: (event, wanted) => event.places.includes(wanted),
  source: (event, wanted) => event.sources.includes(wanted),
  kind: (event, wanted) => event.kinds.includes(wanted),
  since: (event, day) => { const last = event.until || event.since; return !!last && compared(last, day) >= 0; },
  until: (event, day) => { const first = event.since || event.until; return !!first && compared(first, day) <= 0; },
};
const ORDERS: Record<string, (event: Facets) => number[]> = {
  accounts: (event) => [-event.accounts],
  disputed: (event) => [-event.disputes, -event.accounts],
  independent: (event) => [-event.lower, -event.upper],
};

/** A day of an open year is held against the month and day alone. */
function compared(told: string, day: string): number {
  const [a, b] = told.includes("?") ? [told.slice(5, 10), day.slice(5)] : [told.slice(0, 10), day];
  return a < b ? -1 : a > b ? 1 : 0;
}

function read(): Query {
  const told = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(NAMES.map((name) => [name, told.get(name) ?? ""]).filter(([, value]) => value)) as Query;
}

function written(query: Query): string {
  const kept = NAMES.filter((name) => query[name] && !(name === "sort" && query[name] === "time"));
  return new URLSearchParams(kept.map((name) => [name, query[name]!])).toString();
}

function go(query: Query): void {
  location.hash = written(query);
}

function matching(events: Facets[], query: Query): Facets[] {
  const asked = Object.entries(query).filter(([name]) => name in TESTS);
  return events.filter((event) => asked.every(([name, wanted]) => TESTS[name]!(event, wanted)));
}

function apply(held: Held, form: HTMLFormElement): void {
  const query = read();
  const found = matching(held.events, query);
  const ids = new Set(found.map((event) => event.id));
  for (const one of document.querySelectorAll<HTMLElement>("[data-event]")) one.classList.toggle("is-gone", !ids.has(one.dataset["event"]!));
  for (const many of document.querySelectorAll<HTMLElement | SVGElement>("[data-events]")) {
    many.classList.toggle("is-gone", !many.dataset["events"]!.split(" ").some((id) => ids.has(id)));
  }
  order(held, query);
  fill(form, query);
  chips(form, query);
  tell(held, found, query);
  bars(held, query);
  carry(query);
}

/** The rows of the list, in the order that is asked for: those of this file. */
function order(held: Held, query: Query): void {
  const list = document.querySelector<HTMLElement>("ol.events");
  if (!list) return;
  const place = new Map(held.events.map((event, n) => [event.id, [...(ORDERS[query["sort"] ?? ""]?.(event) ?? []), n]]));
  const rows = [...list.querySelectorAll<HTMLElement>(":scope > [data-event]")];
  rows.sort((a, b) => {
    const [x, y] = [place.get(a.dataset["event"]!) ?? [], place.get(b.dataset["event"]!) ?? []];
    const at = x.findIndex((value, n) => value !== y[n]);
    return at < 0 ? 0 : x[at]! - y[at]!;
  });
  list.append(...rows);
}

function fill(form: HTMLFormElement, query: Query): void {
  for (const name of NAMES) {
    const field = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
    const value = query[name] ?? (name === "sort" ? "time" : "");
    if (field && field.value !== value) field.value = value;
  }
}

function chips(form: HTMLFormElement, query: Query): void {
  const list = document.querySelector<HTMLElement>(".chips");
  if (!list) return;
  const asked = Object.keys(query).filter((name) => name !== "sort");
  const one = (label: string, value: string, rest: Query): HTMLElement => {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.className = value ? "chip" : "chip chip-all";
    link.href = `#${written(rest)}`;
    link.append(value ? `${label}: ${value} ×` : label);
    if (value) link.setAttribute("aria-label", `${label}: ${value}, remove`);
    item.append(link);
    return item;
  };
  list.hidden = !asked.length;
  list.replaceChildren(...asked.map((name) => one(named(form, name), shown(form, name, query[name]!), { ...query, [name]: "" })),
    ...(asked.length ? [one("Show all", "", {})] : []));
}

function named(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name) as HTMLElement | null;
  return field?.closest(".field")?.querySelector("span")?.textContent ?? name;
}

function shown(form: HTMLFormElement, name: string, value: string): string {
  const field = form.elements.namedItem(name);
  const option = field instanceof HTMLSelectElement ? [...field.options].find((o) => o.value === value) : null;
  return option ? (option.textContent ?? "").replace(/ \(\d+\)$/, "") : value;
}

/** How many are shown; where the list is in several files, where the others are. */
function tell(held: Held, found: Facets[], query: Query): void {
  const line = document.querySelector<HTMLElement>(".found");
  if (!line) return;
  const asked = Object.keys(query).some((name) => name in TESTS);
  line.hidden = !asked;
  line.textContent = `${found.length.toLocaleString("en")} of ${held.events.length.toLocaleString("en")} events.`;
  const list = document.querySelector("ol.events");
  if (!list || !asked) return;
  const here = new Set([...list.querySelectorAll<HTMLElement>("[data-event]")].map((row) => row.dataset["event"]));
  const pages = new Map<number, number>();
  const place = new Map(held.events.map((event, n) => [event.id, Math.floor(n / held.page) + 1]));
  for (const event of found) if (!here.has(event.id)) pages.set(place.get(event.id)!, (pages.get(place.get(event.id)!) ?? 0) + 1);
  for (const [page, count] of [...pages].sort(([a], [b]) => a - b)) {
    const link = document.createElement("a");
    link.href = `${page === 1 ? "index" : `index-${page}`}.html#${written(query)}`;
    link.textContent = `${count} on page ${page}`;
    line.append(" ", link);
  }
}

/** The strip shows the events that match whatever the days; bars outside of the days are pale. */
function bars(held: Held, query: Query): void {
  const spans = matching(held.events, { ...query, since: "", until: "" }).flatMap((event) => {
    const [low, high] = [Date.parse(event.since), Date.parse(event.until)];
    return event.since.includes("?") || Number.isNaN(low) || Number.isNaN(high) || high - low >= NARROW * 86_400_000 ? [] : [[low, high] as const];
  });
  const links = [...document.querySelectorAll<SVGAElement>(".strip a[data-since]")];
  const counts = links.map((link) => {
    const [since, until] = [Date.parse(link.dataset["since"]!), Date.parse(link.dataset["until"]!)];
    return spans.filter(([low, high]) => low <= until && high >= since).length;
  });
  const most = Math.max(1, ...counts);
  links.forEach((link, n) => {
    const bar = link.querySelector(".strip-bar")!;
    const height = (counts[n]! / most) * 46;
    bar.setAttribute("y", String(50 - height));
    bar.setAttribute("height", String(counts[n] ? height + 2 : 0));
    const outside = (query["since"] && link.dataset["until"]! < query["since"]) || (query["until"] && link.dataset["since"]! > query["until"]);
    bar.classList.toggle("strip-out", Boolean(outside));
    link.setAttribute("href", `#${written({ ...query, since: link.dataset["since"]!, until: link.dataset["until"]! })}`);
  });
}

/** The other views, and the other files of this one, keep what is asked; what a link of the page asks is added to it. */
function carry(query: Query): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".nav a, .pager a")) {
    const file = link.getAttribute("href")!.split("#")[0]!;
    if (/^(index|timeline|map)(-\d+)?\.html$/.test(file)) link.setAttribute("href", file + (written(query) ? `#${written(query)}` : ""));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".grades a[data-grade]")) {
    const on = link.dataset["grade"] === query["grade"];
    link.toggleAttribute("aria-current", false);
    if (on) link.setAttribute("aria-current", "true");
    link.href = `#${written({ ...query, grade: on ? "" : link.dataset["grade"]! })}`;
  }
  for (const link of document.querySelectorAll<SVGAElement>(".spots a[data-place]")) {
    link.setAttribute("href", `#${written({ ...query, place: link.dataset["place"]! })}`);
  }
}

function start(): void {
  const held = (globalThis as { rashomonCase?: Held }).rashomonCase;
  const form = document.querySelector<HTMLFormElement>(".narrow[data-island=site]");
  if (!held || !form) return;
  form.hidden = false;
  const asked = (): Query => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
  form.addEventListener("submit", (event) => { event.preventDefault(); go(asked()); });
  form.addEventListener("change", (event) => { if ((event.target as Element).matches("select, [type=date]")) go(asked()); });
  let waiting = 0;
  form.addEventListener("input", (event) => {
    if (!(event.target as Element).matches("[type=search]")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => go(asked()), 150);
  });
  addEventListener("hashchange", () => apply(held, form));
  brush((since, until) => go({ ...read(), since, until }));
  apply(held, form);
}

start();
