// Marks the words that records rest on, over a text that is never changed. Rule: offsets in, highlights out; the text's
// nodes stay as the server wrote them, so that the words of a range are the words of the record, to the character.

type Mark = { layer: string; start: number; end: number; record: string; label: string; range: Range };
type Told = { marks: [string, number, number, string, string][]; claims: [string, number, number][] };

const LAYERS = ["claim", "attribution", "people", "place", "time", "count"];

/** Where each text node of the page's text begins, in code points; generated labels are no text nodes. */
class Offsets {
  private nodes: { node: Text; start: number; end: number }[] = [];

  constructor(root: Element) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const length = codePoints(node.data);
      this.nodes.push({ node, start: at, end: at + length });
      at += length;
    }
  }

  /** The range of code points start..end, half-open; null when it leaves the text. */
  range(start: number, end: number): Range | null {
    const first = this.nodes.find((n) => n.start <= start && start < n.end);
    const last = this.nodes.find((n) => n.start < end && end <= n.end);
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, units(first.node.data, start - first.start));
    range.setEnd(last.node, units(last.node.data, end - last.start));
    return range;
  }

  /** The code point at a caret position; -1 outside of the text. */
  point(node: Node, offset: number): number {
    const found = this.nodes.find((n) => n.node === node);
    return found ? found.start + codePoints(found.node.data.slice(0, offset)) : -1;
  }
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function units(text: string, points: number): number {
  let at = 0;
  for (let n = 0; n < points && at < text.length; n++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

function start(): void {
  const root = document.getElementById("text");
  const data = document.getElementById("marks");
  if (!root || !data || !("highlights" in CSS)) return;
  const told = JSON.parse(data.textContent ?? "{}") as Told;
  const offsets = new Offsets(root);
  const marks: Mark[] = [];
  for (const [layer, from, to, record, label] of told.marks) {
    const range = offsets.range(from, to);
    if (range) marks.push({ layer, start: from, end: to, record, label, range });
  }
  const claims = new Map(told.claims.map(([id, from, to]) => [id, offsets.range(from, to)] as const));
  LAYERS.forEach((layer, priority) => paint(layer, marks.filter((m) => m.layer === layer).map((m) => m.range), priority));
  legend(marks);
  const show = (id: string, jump: boolean): void => open(id, claims, jump);
  records(show);
  root.addEventListener("click", (event) => {
    const hit = under(event, offsets, marks);
    if (hit) show(hit, false);
  });
  keys(told.claims.map(([id]) => id), show);
  document.querySelector("mark.at")?.classList.remove("at");
  const asked = new URLSearchParams(location.search).get("claim") ?? decodeURIComponent(location.hash.slice(1));
  if (claims.has(asked)) show(asked, true);
}

function paint(name: string, ranges: Range[], priority: number): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

function legend(marks: Mark[]): void {
  const box = document.querySelector<HTMLElement>(".legend");
  if (!box) return;
  box.hidden = false;
  box.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    paint(input.value, input.checked ? marks.filter((m) => m.layer === input.value).map((m) => m.range) : [], LAYERS.indexOf(input.value));
  });
}

/** The record under a click: of those that hold the place, the one whose words are fewest. */
function under(event: MouseEvent, offsets: Offsets, marks: Mark[]): string {
  const caret = caretAt(event.clientX, event.clientY);
  const at = caret ? offsets.point(caret.node, caret.offset) : -1;
  const holding = marks.filter((m) => m.record && m.start <= at && at < m.end);
  holding.sort((a, b) => a.end - a.start - (b.end - b.start));
  return holding[0]?.record ?? "";
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : null;
  }
  const range = (document as Document & { caretRangeFromPoint(x: number, y: number): Range | null }).caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function open(id: string, claims: Map<string, Range | null>, jump: boolean): void {
  const record = document.getElementById(id);
  const range = claims.get(id);
  document.querySelectorAll(".record-at").forEach((other) => other.classList.remove("record-at"));
  record?.classList.add("record-at");
  paint("at", range ? [range] : [], LAYERS.length);
  if (range) {
    range.startContainer.parentElement?.closest("details")?.setAttribute("open", "");
    if (jump) scrollTo(range);
  }
  const list = record?.closest<HTMLElement>(".records");
  if (record && list && list.scrollHeight > list.clientHeight) list.scrollTop = record.offsetTop - list.offsetTop - 40;
  else if (!jump) record?.scrollIntoView({ block: "nearest" });
  history.replaceState(history.state, "", location.protocol === "file:" ? `#${id}` : `?claim=${encodeURIComponent(id)}`);
}

function scrollTo(range: Range): void {
  const box = range.getBoundingClientRect();
  if (box.top < 60 || box.bottom > innerHeight - 60) window.scrollBy({ top: box.top - innerHeight / 3 });
}

function records(show: (id: string, jump: boolean) => void): void {
  document.querySelector(".records")?.addEventListener("click", (event) => {
    const jump = (event.target as Element).closest(".record-jump");
    const id = jump?.closest<HTMLElement>("[data-claim]")?.dataset["claim"];
    if (!id || event instanceof MouseEvent && (event.metaKey || event.ctrlKey || event.shiftKey)) return;
    event.preventDefault();
    show(id, true);
  });
}

/** j and k step through the claims, as in other tools for reading by keyboard. */
function keys(ids: string[], show: (id: string, jump: boolean) => void): void {
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest("input, select, textarea");
    if (typing || event.metaKey || event.ctrlKey || event.altKey || !["j", "k"].includes(event.key)) return;
    const at = ids.indexOf(document.querySelector<HTMLElement>(".record-at")?.dataset["claim"] ?? "");
    const next = ids[event.key === "j" ? Math.min(at + 1, ids.length - 1) : Math.max(at - 1, 0)];
    if (next) {
      show(next, true);
      document.getElementById(next)?.querySelector<HTMLElement>(".record-jump")?.focus({ preventScroll: true });
    }
  });
}

start();
export {};
