// Review by keyboard: a key presses what is marked with it. Rule: every key stands on a button or a link that works
// without it; nothing is decided here.

document.addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest("input:not([type=hidden]), select, textarea");
  if (event.key === "Escape" && typing instanceof HTMLElement) {
    typing.blur();
    return;
  }
  if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
  const marked = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  if (!marked) return;
  event.preventDefault();
  if (marked instanceof HTMLDetailsElement) {
    marked.open = true;
    marked.querySelector<HTMLElement>("select, input:not([type=hidden]), button")?.focus();
  } else {
    marked.click();
  }
});

export {};
