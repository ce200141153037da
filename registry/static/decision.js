// Tells what a decision will come to, as it is written. Without this the button “Check first” tells.
const text = document.getElementById("text");
const told = document.getElementById("comes-to");
const { form } = text;
const PAUSE = 600;
let waiting = null;
let asking = 0;

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

form.addEventListener("input", later);
form.addEventListener("change", later);
form.addEventListener("keydown", (pressed) => {
  if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey)) form.requestSubmit();
});
if (!document.querySelector(".nhsuk-error-summary")) {
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}
