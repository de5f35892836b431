// Dragging over the strip asks for the days that were dragged over. Rule: it says which days; what they do is the
// caller's.

/** Listens to one strip; `ask` is told the first and the last day of every drag. */
export function brush(ask: (since: string, until: string) => void): void {
  const strip = document.querySelector<HTMLElement>("[data-island=strip]");
  const bars = strip?.querySelector<SVGSVGElement>(".strip-bars");
  const shade = bars?.querySelector(".strip-brush");
  if (!strip || !bars || !shade) return;
  let from = -1;
  let moved = false;
  const share = (event: PointerEvent): number => {
    const box = bars.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  bars.addEventListener("pointerdown", (event) => {
    from = share(event);
    moved = false;
  });
  bars.addEventListener("pointermove", (event) => {
    if (from < 0) return;
    const [left, right] = [Math.min(from, share(event)), Math.max(from, share(event))];
    if (!moved && right - left > 0.008) {
      moved = true;
      bars.setPointerCapture(event.pointerId);
    }
    if (!moved) return;
    shade.setAttribute("visibility", "visible");
    shade.setAttribute("x", `${left * 100}%`);
    shade.setAttribute("width", `${(right - left) * 100}%`);
  });
  bars.addEventListener("pointerup", (event) => {
    const to = share(event);
    const start = from;
    from = -1;
    if (!moved) return;
    shade.setAttribute("visibility", "hidden");
    ask(day(strip, Math.min(start, to)), day(strip, Math.max(start, to)));
  });
  bars.addEventListener("pointercancel", () => { from = -1; });
  bars.addEventListener("click", (event) => { if (moved) { event.preventDefault(); event.stopPropagation(); } }, true);
  bars.addEventListener("dragstart", (event) => event.preventDefault());
}

function day(strip: HTMLElement, share: number): string {
  const first = Date.parse(`${strip.dataset["since"]}T00:00:00Z`);
  const days = (Date.parse(`${strip.dataset["until"]}T00:00:00Z`) - first) / 86_400_000 + 1;
  return new Date(first + Math.min(days - 1, Math.floor(share * days)) * 86_400_000).toISOString().slice(0, 10);
}
