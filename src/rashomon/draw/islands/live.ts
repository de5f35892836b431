// Narrowing without a new page: the server draws, this puts its answer in the place of what is shown, and the address
// says what is shown. Rule: no state of its own; without this script every link and form does the same by itself.

import { brush } from "./parts/brush";

const LIVE = ".strip a, .chips a, .pager a, .grades a, .spots a";

async function show(address: string, push: boolean): Promise<void> {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const old = document.querySelector("main");
  if (!answer.ok || !main || !old) {
    location.assign(address);
    return;
  }
  const focused = document.activeElement?.getAttribute("name");
  const opened = document.querySelector<HTMLDetailsElement>(".narrow details")?.open ?? false;
  old.replaceChildren(...main.childNodes);
  if (push) history.pushState(null, "", address);
  carry();
  const details = document.querySelector<HTMLDetailsElement>(".narrow details");
  if (details && opened) details.open = true;
  if (focused) document.querySelector<HTMLElement>(`.narrow [name="${CSS.escape(focused)}"]`)?.focus();
  document.dispatchEvent(new Event("rashomon:drawn"));
}

/** The views in the head keep what was asked. */
function carry(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".nav a")) {
    if (["/", "/timeline", "/map"].includes(link.pathname)) link.search = location.search;
  }
}

function asked(form: HTMLFormElement): string {
  const pairs = [...new FormData(form)].filter(([name, value]) => value !== "" && !(name === "sort" && value === "time"));
  const query = new URLSearchParams(pairs as [string, string][]).toString();
  return form.action.split("?")[0] + (query ? `?${query}` : "");
}

function follow(event: Event): void {
  const target = event.target as Element;
  if (event instanceof MouseEvent && (event.button || event.metaKey || event.ctrlKey || event.shiftKey)) return;
  const link = target.closest<SVGAElement | HTMLAnchorElement>(LIVE);
  const address = link?.getAttribute("href");
  if (!address?.startsWith("/")) return;
  event.preventDefault();
  void show(address, true);
}

function narrowed(since: string, until: string): void {
  const pairs = new URLSearchParams(location.search);
  pairs.set("since", since);
  pairs.set("until", until);
  pairs.delete("page");
  void show(`${location.pathname}?${pairs}`, true);
}

document.addEventListener("click", follow);
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches(".narrow")) return;
  event.preventDefault();
  void show(asked(form), true);
});
document.addEventListener("change", (event) => {
  const form = (event.target as Element).closest<HTMLFormElement>(".narrow");
  if (form && (event.target as Element).matches("select, [type=date]")) void show(asked(form), true);
});
addEventListener("popstate", () => void show(location.pathname + location.search, false));
document.addEventListener("rashomon:drawn", () => brush(narrowed));
brush(narrowed);
export {};
