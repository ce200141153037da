// While a decision is typed, tells the earlier ones that are most like it. Without this, a link leads to the same.
const PAUSE = 400;
const ENOUGH = 24; // more than what every decision begins with
const box = document.getElementById("like");
const text = document.getElementById("text");
const body = document.getElementById("body");
const byHand = [...box.children];
const at = box.dataset.at ?? "/decisions/like.json";
let waits, asking, told;

function line(decision) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = decision.href;
  link.target = "_blank";
  link.textContent = decision.number;
  const on = new Date(`${decision.on}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  item.append(link, `, ${on}, ${decision.status}: ${decision.text}`);
  return item;
}

function tell(decisions) {
  const refs = decisions.map((each) => each.ref).join();
  if (refs === told) return;
  told = refs;
  box.hidden = !decisions.length && !byHand.length;
  if (!decisions.length) return box.replaceChildren(...byHand);
  const title = document.createElement("p");
  title.textContent = "Decided before, in words like these:";
  const list = document.createElement("ul");
  list.append(...decisions.map(line));
  box.replaceChildren(title, list);
}

async function ask() {
  asking?.abort();
  if (text.value.length < ENOUGH) return tell([]);
  asking = new AbortController();
  const asked = new URLSearchParams({ text: text.value.slice(0, 1000), body: body.value });
  try {
    const answer = await fetch(`${at}?${asked}`, { signal: asking.signal });
    if (answer.ok) tell((await answer.json()).items);
  } catch (error) {
    if (error.name !== "AbortError") tell([]);
  }
}

function later() {
  clearTimeout(waits);
  waits = setTimeout(ask, PAUSE);
}

text.addEventListener("input", later);
body.addEventListener("change", later);
ask();
