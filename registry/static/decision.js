// Asks only what the chosen kind of decision needs, and tells as it is written what it will come to.
// Without this all of it is asked, and the button “Check first” tells.
const kind = document.getElementById("kind");
const text = document.getElementById("text");
const group = document.getElementById("effects");
const told = document.getElementById("comes-to");
const { form } = text;
const asked = [...group.querySelectorAll("[data-kinds]")];
const PAUSE = 600;
let waiting = null;
let asking = 0;

function ask() {
  for (const each of asked) {
    const needed = each.dataset.kinds.split("|").includes(kind.value);
    each.hidden = !needed;
    for (const box of each.querySelectorAll("input, select, textarea")) box.disabled = !needed;
  }
  group.hidden = asked.every((each) => each.hidden);
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(foresee, PAUSE);
}

async function foresee() {
  const turn = (asking += 1);
  const answer = await fetch("?rehearse=1", {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams(new FormData(form)),
  }).catch(() => null);
  const says = answer && (await answer.json().catch(() => null));
  if (turn === asking && says) told.replaceChildren(...worded(answer.status, says));
}

function worded(status, says) {
  if (status === 200) return [pairs(says.would[0].says)];
  if (status === 409) return [said("breach", `${says.detail} `, says.authority)];
  return [said("nothing", "Still to be said:"), list(sentences(says.errors ?? says.detail))];
}

function pairs(found) {
  const dl = document.createElement("dl");
  let last = "";
  for (const { term, text: words } of found) {
    if (term !== last) dl.append(element("dt", term));
    dl.append(element("dd", `${words}.`));
    last = term;
  }
  return dl;
}

function said(name, sentence, authority) {
  const p = element("p", sentence);
  p.className = name;
  if (authority) {
    const by = element("span", authority);
    by.className = "breach__authority";
    p.append(by);
  }
  return p;
}

function list(all) {
  const ul = document.createElement("ul");
  ul.append(...all.map((each) => element("li", each)));
  return ul;
}

function sentences(errors) {
  return typeof errors === "string" ? [errors] : Object.values(errors).flatMap(sentences);
}

function element(name, words) {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

kind.addEventListener("change", ask);
form.addEventListener("input", later);
form.addEventListener("change", later);
form.addEventListener("keydown", (pressed) => {
  if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey)) form.requestSubmit();
});
ask();
if (!document.querySelector(".nhsuk-error-summary")) {
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}
