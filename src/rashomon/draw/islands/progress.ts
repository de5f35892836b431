// A build that runs beside the server, live: asks how far it has come, and says when the ledger is a new one. Rule: shows
// the server's words and changes nothing; a page that is not looked at asks nothing.

const EVERY = 3000;

async function ask(line: HTMLElement): Promise<void> {
  if (document.hidden) return;
  const answer = await fetch("/progress", { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const told = new DOMParser().parseFromString(await answer.text(), "text/html").body;
  const building = told.querySelector(".building");
  if (building) {
    if (building.textContent !== line.textContent) line.replaceChildren(building);
    line.dataset["seen"] = "1";
  } else if (answer.headers.get("X-Stamp") !== line.dataset["stamp"] && line.dataset["seen"]) {
    renewed(line);
  } else if (line.childElementCount && !line.querySelector("a")) {
    line.replaceChildren();
  }
}

function renewed(line: HTMLElement): void {
  if (line.querySelector("a")) return;
  const [words, link] = [document.createElement("p"), document.createElement("a")];
  words.className = "building";
  link.href = location.href;
  link.textContent = "Show it";
  words.append("The build is done: the ledger is a new one. ", link);
  line.replaceChildren(words);
}

const line = document.getElementById("progress");
if (line) {
  if (line.querySelector(".building")) line.dataset["seen"] = "1";
  setInterval(() => void ask(line).catch(() => undefined), EVERY);
}

export {};
