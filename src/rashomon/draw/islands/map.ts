// Moving and enlarging the map. Rule: the drawing is the server's; this changes what part of it is seen, and keeps dots
// and names at their size.

const CLOSEST = 40;

function start(): void {
  const figure = document.querySelector<HTMLElement>("[data-island=map]");
  const svg = figure?.querySelector<SVGSVGElement>(".map-svg");
  if (!figure || !svg || figure.querySelector(".map-tools")) return;
  const whole = svg.viewBox.baseVal;
  const full = { width: whole.width, height: whole.height };
  const view = { x: 0, y: 0, scale: 1 };
  const dots = [...svg.querySelectorAll<SVGCircleElement>(".spot")].map((dot) => ({ dot, size: Number(dot.getAttribute("r")) }));
  const names = [...svg.querySelectorAll<SVGTextElement>(".spot-name")].map((name) => {
    const dot = name.parentElement!.querySelector(".spot")!;
    const at = (key: string): number => Number(dot.getAttribute(key));
    return { name, x: at("cx"), y: at("cy"), dx: Number(name.getAttribute("x")) - at("cx"), dy: Number(name.getAttribute("y")) - at("cy") };
  });

  /** Units of the drawing that a dot or a letter grows by, so that it can be read where the window is narrow. */
  const unit = (): number => Math.min(2.2, Math.max(1, (0.62 * full.width) / Math.max(1, svg.clientWidth)));
  let waiting = 0;
  const apply = (): void => {
    if (!waiting) waiting = requestAnimationFrame(show);
  };
  const show = (): void => {
    waiting = 0;
    const [width, height] = [full.width / view.scale, full.height / view.scale];
    view.x = Math.min(full.width * 1.3 - width, Math.max(-full.width * 0.3, view.x));
    view.y = Math.min(full.height * 1.3 - height, Math.max(-full.height * 0.3, view.y));
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${width} ${height}`);
    const one = unit() / view.scale;
    if (one !== drawn) resize(one);
    svg.querySelector(".scale")?.setAttribute("visibility", view.scale === 1 && !view.x && !view.y ? "visible" : "hidden");
  };
  let drawn = 1;
  const resize = (one: number): void => {
    drawn = one;
    svg.style.setProperty("--zoom", String(one));
    for (const { dot, size } of dots) dot.setAttribute("r", String(size * one));
    for (const { name, x, y, dx, dy } of names) {
      name.setAttribute("x", String(x + dx * one));
      name.setAttribute("y", String(y + dy * one));
    }
  };
  const zoom = (by: number, shareX = 0.5, shareY = 0.5): void => {
    const before = view.scale;
    view.scale = Math.min(CLOSEST, Math.max(0.65, view.scale * by));
    view.x += full.width * shareX * (1 / before - 1 / view.scale);
    view.y += full.height * shareY * (1 / before - 1 / view.scale);
    apply();
  };

  figure.append(tools([
    ["+", "Closer", () => zoom(1.6)],
    ["−", "Farther", () => zoom(1 / 1.6)],
    ["⌂", "Everything", () => { Object.assign(view, { x: 0, y: 0, scale: 1 }); apply(); }],
  ]));
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
  drag(svg, (dx, dy) => {
    view.x -= dx * full.width / view.scale;
    view.y -= dy * full.height / view.scale;
    apply();
  });
  new ResizeObserver(apply).observe(svg);
}

function tools(buttons: [string, string, () => void][]): HTMLElement {
  const box = document.createElement("div");
  box.className = "map-tools";
  for (const [sign, label, act] of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    box.append(button);
  }
  return box;
}

/** Tells shares of the drawing's size by which it was dragged; a drag is no click. */
function drag(svg: SVGSVGElement, move: (dx: number, dy: number) => void): void {
  let last: PointerEvent | null = null;
  let moved = false;
  let box = svg.getBoundingClientRect();
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") return;
    box = svg.getBoundingClientRect();
    last = event;
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last) return;
    if (!moved && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < 4) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    move((event.clientX - last.clientX) / box.width, (event.clientY - last.clientY) / box.height);
    last = event;
  });
  const end = (): void => { last = null; };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);
  svg.addEventListener("click", (event) => { if (moved) { event.preventDefault(); event.stopPropagation(); } }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}

document.addEventListener("rashomon:drawn", start);
start();
export {};
