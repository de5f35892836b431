// Narrows a list of events that lies on disk, where no server answers. Rule: it hides rows of the page at hand and
// fetches nothing.

const box = document.querySelector<HTMLElement>("[data-island=narrow]");
const input = box?.querySelector("input");
const rows = [...document.querySelectorAll<HTMLElement>(".event")].map((row) => ({ row, words: (row.textContent ?? "").toLowerCase() }));

function narrow(): void {
  const wanted = (input?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { row, words } of rows) {
    row.hidden = !wanted.every((word) => words.includes(word));
    if (!row.hidden) shown++;
  }
  const found = box?.querySelector(".found");
  if (found) found.textContent = wanted.length ? `${shown} of ${rows.length}` : "";
}

if (box && input) {
  box.hidden = false;
  input.addEventListener("input", narrow);
  narrow();
}

export {};
